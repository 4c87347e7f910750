package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a document's titles, paragraphs and comments say of the place of the commands below them. Used for one document. */
final class Narrative {
    /** A remark that says when, not where. */
    private static final Pattern AFTER =
            Pattern.compile("(?iu)\\P{L}*(?:after|once|when|as soon as|после|когда|как только)(?!\\p{L}).*");

    private final TaughtWords taught;
    private final Machines machines;
    private final Roles roles;
    private final SessionBook book;
    /** Whether a number that is alone in a paragraph is a session's. */
    private final boolean counted;

    private final Runnable leaves;
    private final Runnable turns;

    private Said said = Said.NOTHING;
    /** The level of the section; 0 above the first title. */
    private int level;

    /** The last indication of one server and one session. */
    private Said one = said;
    /** The last indication that was not in a comment among commands. */
    private Said around = said;
    /** Whether a comment has said something of the commands right below it. */
    private boolean passing;

    /** Whether no paragraph has come since without a word about it, below commands that it was said of. */
    private boolean fresh;

    private boolean used;

    /** Whether the last paragraph was a place and nothing else: a title where another paragraph follows before a command. */
    private boolean place;

    /**
     * @param counted whether a number that stands alone in a paragraph is that of a session
     * @param leaves run where the text goes to another machine, so that no shell stays open
     * @param turns run where the text goes to other sessions than those that were opened last
     */
    Narrative(
            TaughtWords taught,
            Machines machines,
            Roles roles,
            SessionBook book,
            boolean counted,
            Runnable leaves,
            Runnable turns) {
        this.taught = taught;
        this.machines = machines;
        this.roles = roles;
        this.book = book;
        this.counted = counted;
        this.leaves = leaves;
        this.turns = turns;
    }

    /** What holds for the next command. */
    Said said() {
        return said;
    }

    /** Whether that was said right above, or above commands without a further paragraph. */
    boolean fresh() {
        return fresh;
    }

    /** Takes note of a command. */
    void typed() {
        used = true;
    }

    /** Takes note of the node that output has told for certain. */
    void printed(String node, String reason) {
        said = said.printed(node, reason);
    }

    void title(DocLine line, int section) {
        said = said.source() == Said.Source.COMMENT ? around : said;
        ends(true);
        level = section;
        roles.title(line.text());
        if (level < said.level()) {
            said = Said.NOTHING;
        }
        leaves.run();
        hint(line.text(), Said.Source.TITLE);
    }

    void prose(List<DocLine> lines) {
        if (place && !used && said.several()) {
            said = said.ofTitle();
        }
        ends(false);
        say(lines, Said.Source.PARAGRAPH);
        place = lines.size() == 1 && Hints.onlyPlace(taught.plain(lines.get(0).text()));
    }

    void remark(List<DocLine> lines) {
        if (passing && used && said.several()) {
            said = one;
            turns.run();
        }
        Said before = said;
        say(lines.stream().filter(line -> !AFTER.matcher(line.text()).matches()).toList(), Said.Source.COMMENT);
        passing = said.equals(before)
                ? passing
                : !Hints.onlyPlace(lines.get(0).text().replaceFirst("^[#\\s-]+", ""));
    }

    private void say(List<DocLine> lines, Said.Source source) {
        hint(
                String.join(
                        "\n",
                        lines.stream()
                                .map(DocLine::text)
                                .filter(text -> !LineLooks.setting(text))
                                .toList()),
                source);
    }

    /**
     * Ends indications of several servers or sessions: a title's apply up to the next title, a paragraph's up to the next
     * paragraph.
     */
    private void ends(boolean title) {
        if (said.several() && (title || said.source() != Said.Source.TITLE)) {
            said = one;
            turns.run();
        }
    }

    private void hint(String written, Said.Source source) {
        String prose = taught.read(
                written,
                text -> Hints.nodeOfProse(text) != null || !sessions(text).isEmpty());
        List<Integer> sessions = sessions(prose);
        String letter = machines.letterIn(prose);
        String node = letter == null ? roles.now(Hints.nodeOfProse(prose), prose) : letter;
        fresh &= !used;
        if (node == null && sessions.isEmpty()) {
            return;
        }
        fresh = true;
        used = false;
        if (node != null) {
            leaves.run();
        }
        one = said.several() ? one : said;
        around = said.source() == Said.Source.COMMENT ? around : said;
        String named = node == null ? said.node() : node.equals("c") ? "b" : node;
        said = new Said(named, sessions, node == null ? Said.reason(sessions) : Said.reason(node), source, level);
        turns.run();
    }

    private List<Integer> sessions(String prose) {
        int label = Ordinals.label(prose);
        if (label > 0) {
            return List.of(label);
        }
        int many = SessionHints.severalOfProse(prose);
        if (many != 1) {
            int count = many == 0 ? Math.max(2, book.sessions().size()) : many;
            return IntStream.rangeClosed(1, count).boxed().toList();
        }
        int ordinal = said.sessions().isEmpty() ? 0 : Ordinals.alone(prose);
        int lone = counted && ordinal == 0 ? SessionHints.loneNumber(prose) : ordinal;
        Optional<Integer> one = lone > 0 ? Optional.of(lone) : SessionHints.ofProse(prose);
        int before = said.sessions().size() == 1 ? said.sessions().get(0) : 1;
        return one.map(number -> List.of(number > 0 ? number : before == 1 ? 2 : 1))
                .orElse(List.of());
    }
}
