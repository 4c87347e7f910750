package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says of each command where it is typed: by what a person has said, by ports, by the words of prompts, by bars, by the prose above.
 * One instance goes through one document.
 */
final class Placing implements Item.Visitor {
    private static final String STANDARD = "nothing says otherwise";

    private final PaneMap map;
    private final ForeignNodes facts;
    private final boolean barred;
    /** Where a document has both, exclamation marks count on from the bars. */
    private final int pipes;

    private final SessionBook book = new SessionBook();
    private final ShellNodes shells;
    private final IdentityHashMap<ForeignStep, Place> places = new IdentityHashMap<>();
    private final Map<PromptUse, List<DocLine>> uses = new LinkedHashMap<>();
    private final Map<String, Place> opened = new HashMap<>();
    private final Map<Integer, String> nodeOfSession = new HashMap<>();

    private @Nullable String hintNode;
    private String hintReason = "";
    private int hintSession;
    private @Nullable PromptUse current;

    Placing(PaneMap map, ForeignNodes facts, List<ForeignStep> steps) {
        this.map = map;
        this.facts = facts;
        this.barred = steps.stream()
                .anyMatch(step -> step.sql() && !step.prompt().bars().isEmpty());
        this.pipes = steps.stream()
                .filter(step -> step.prompt().bars().startsWith("|"))
                .mapToInt(step -> step.prompt().bars().length())
                .max()
                .orElse(0);
        this.shells = new ShellNodes(facts, steps);
    }

    Place of(ForeignStep step) {
        Place place = places.get(step);
        return place == null ? new Place("a", 1) : place;
    }

    /** Each prompt at each of its places, with its lines. */
    Map<PromptUse, List<DocLine>> uses() {
        return uses;
    }

    /** The session whose statement waits behind these bars. */
    int waiting(Item.Late late) {
        return places.entrySet().stream()
                .filter(entry ->
                        entry.getKey().sql() && entry.getKey().prompt().bars().equals(late.bars()))
                .filter(entry -> entry.getKey().line().number() < late.line().number())
                .max(java.util.Comparator.comparingInt(
                        entry -> entry.getKey().line().number()))
                .map(entry -> entry.getValue().session())
                .orElse(1);
    }

    @Override
    public void title(DocLine line) {
        hint(line.text());
    }

    @Override
    public void prose(List<DocLine> lines) {
        hint(String.join(" ", lines.stream().map(DocLine::text).toList()));
    }

    private void hint(String prose) {
        Optional<Integer> session = Hints.sessionOfProse(prose);
        String node = Hints.nodeOfProse(prose);
        if (session.isPresent()) {
            int before = hintSession == 0 ? 1 : hintSession;
            hintSession = session.get() == 0 ? (before == 1 ? 2 : 1) : session.get();
            hintReason = "the text above speaks of session " + hintSession;
            current = null;
        }
        if (node != null) {
            hintNode = node.equals("c") ? "b" : node;
            hintSession = session.isPresent() ? hintSession : 0;
            hintReason = node.equals("c")
                    ? "the text above speaks of a third server, and a lab has two"
                    : "the text above speaks of the " + (node.equals("a") ? "first" : "second") + " server";
            current = null;
        }
    }

    @Override
    public void late(Item.Late late) {}

    @Override
    public void step(ForeignStep step) {
        PromptUse use = step.kind() == ForeignStep.Kind.SHELL ? shell(step) : step.sql() ? sql(step) : open(step);
        places.put(step, use.place());
        uses.computeIfAbsent(use, each -> new ArrayList<>()).add(step.line());
    }

    private PromptUse use(ForeignStep step, Place place, String reason, boolean guess) {
        return new PromptUse(step.prompt().shown(), place, reason, guess);
    }

    private PromptUse shell(ForeignStep step) {
        Optional<ForeignPane> said = map.of(step.prompt());
        if (said.isPresent()) {
            return use(step, new Place(nodeOf(said.get()), 0), "--map says so", false);
        }
        ShellNodes.Found found = shells.node(step, hintNode, hintReason);
        return use(step, new Place(found.node(), 0), found.reason(), found.guess());
    }

    private String nodeOf(ForeignPane pane) {
        String node = pane.node();
        return node != null ? node : pane.session() > 1 ? "b" : "a";
    }

    private PromptUse sql(ForeignStep step) {
        ForeignPrompt prompt = step.prompt();
        Optional<ForeignPane> said = map.of(prompt);
        if (said.isPresent()) {
            ForeignPane pane = said.get();
            int number = pane.session() > 0 ? pane.session() : nodeOf(pane).equals("b") ? 2 : 1;
            String node = pane.node() != null ? nodeOf(pane) : nodeOfSession.getOrDefault(number, nodeOf(pane));
            return use(step, book.session(number, node), "--map says so", false);
        }
        int number = number(prompt);
        if (number > 0) {
            return numbered(step, number);
        }
        String node = Hints.nodeOfName(prompt.name());
        if (node != null) {
            String one = node.equals("c") ? "b" : node;
            return use(step, opened(one), "the words of the prompt say so", node.equals("c"));
        }
        return context(step);
    }

    /** Where bars count the others, a prompt that is only an arrow is the first. */
    private int number(ForeignPrompt prompt) {
        String bars = prompt.bars();
        if (!bars.isEmpty()) {
            return bars.length() + 1 + (bars.startsWith("!") ? pipes : 0);
        }
        boolean first = barred
                && prompt.sql()
                && prompt.name().isEmpty()
                && !prompt.key().isEmpty();
        return first ? 1 : Hints.sessionOfName(prompt.name());
    }

    private Place opened(String node) {
        Place known = opened.get(node);
        return known == null ? book.session(node.equals("b") ? 2 : 1, node) : known;
    }

    /** A session that the prompt counts: by bars, or by a number in its name. */
    private PromptUse numbered(ForeignStep step, int number) {
        String known = nodeOfSession.get(number);
        String word = Hints.nodeOfName(step.prompt().name().replaceAll("\\d", " "));
        String why = step.prompt().name().isEmpty() ? "the bars say so" : "the number in the prompt says so";
        String node = known == null ? word : known;
        if (node != null) {
            return use(step, book.session(number, node.equals("c") ? "b" : node), why, false);
        }
        boolean second = number > 1 && facts.two() && !step.prompt().bars().isEmpty();
        String reason = number == 1 ? why : second ? "there are two servers" : "the text speaks of one server";
        return use(step, book.session(number, second ? "b" : "a"), reason, number > 1);
    }

    /** The session that was opened last, or that the text above speaks of. */
    private PromptUse context(ForeignStep step) {
        if (current != null) {
            return use(step, current.place(), current.reason(), current.guess());
        }
        if (hintSession > 0) {
            String node = nodeOfSession.getOrDefault(hintSession, hintNode == null ? "a" : hintNode);
            return use(step, book.session(hintSession, node), hintReason, true);
        }
        return hintNode == null
                ? use(step, opened("a"), STANDARD, true)
                : use(step, opened(hintNode), hintReason, true);
    }

    /** A psql line says the node of the session that it opens, and the next SQL goes there. */
    private PromptUse open(ForeignStep step) {
        ForeignPsqlLine psql = ForeignPsqlLine.read(step.text()).orElseThrow();
        Optional<ForeignPane> said = map.of(step.prompt());
        ShellNodes.Found found = said.map(pane -> new ShellNodes.Found(nodeOf(pane), "--map says so", false))
                .orElseGet(() -> shells.node(step, hintNode, hintReason));
        String node = found.node();
        String reason = found.reason();
        boolean guess = found.guess();
        String byHost = psql.host() == null ? null : Hints.nodeOfName(psql.host());
        String byPort = psql.port() == 0 || (psql.port() == 5432 && !facts.two()) ? null : facts.nodeAt(psql.port());
        boolean everywhere = psql.port() == facts.portA() && found.reason().contains("prompt");
        if (byHost != null && !byHost.equals("c")) {
            node = byHost;
            reason = "psql's host says so";
            guess = false;
        } else if (byPort != null && !everywhere) {
            node = byPort;
            reason = "psql's port says so";
            guess = false;
        }
        int number = number(step.prompt());
        if (number == 0 && hintSession > 0) {
            number = hintSession;
        }
        Place place = number == 0 ? book.session(node.equals("b") ? 2 : 1, node) : book.session(number, node);
        if (number > 0) {
            nodeOfSession.put(number, node);
        } else {
            opened.put(node, place);
        }
        PromptUse use = use(step, place, reason, guess);
        current = number(step.prompt()) > 0 ? current : use(step, place, "a psql line opened it", false);
        return use;
    }
}
