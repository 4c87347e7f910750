package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Assigns each command to a pane: by {@code --map}, ports, the words of prompts, bars, or the prose above. Used for one
 * document.
 */
final class Placing implements Item.Visitor {
    private static final String MAPPED = "--map says so";
    private static final String STANDARD = "nothing says otherwise";
    private static final String PRINTED = "what it is and what it printed say so";

    private final PaneMap map;
    private final ForeignNodes facts;
    private final Machines machines;
    private final StandbySigns signs;
    private final List<ForeignStep> steps;
    private final boolean barred;
    /** The number of sessions with bars; in a document with both, sessions with exclamation marks are counted after them. */
    private final int pipes;

    private final SessionBook book = new SessionBook();
    private final ShellNodes shells;
    private final IdentityHashMap<ForeignStep, List<Place>> places = new IdentityHashMap<>();
    private final Map<PromptUse, List<DocLine>> uses = new LinkedHashMap<>();
    private final Map<String, Place> opened = new HashMap<>();
    private final Map<Integer, String> nodeOfSession = new HashMap<>();
    private final Roles roles = new Roles();

    /** The sessions that were opened last. */
    private List<PromptUse> current = List.of();

    /** What the text above says. */
    private final Narrative narrative;

    /** @param counted whether a number that stands alone in a paragraph is that of a session */
    Placing(
            PaneMap map,
            ForeignNodes facts,
            Machines machines,
            StandbySigns signs,
            List<ForeignStep> steps,
            boolean counted) {
        this.map = map;
        this.facts = facts;
        this.barred = steps.stream()
                .anyMatch(step -> step.sql() && !step.prompt().bars().isEmpty());
        this.pipes = steps.stream()
                .filter(step -> step.prompt().bars().startsWith("|"))
                .mapToInt(step -> step.prompt().bars().length())
                .max()
                .orElse(0);
        this.machines = machines;
        this.signs = signs;
        this.steps = steps;
        this.shells = new ShellNodes(facts, machines, steps);
        this.narrative = new Narrative(
                new TaughtWords(map, facts), machines, roles, book, counted, shells::leave, () -> current = List.of());
    }

    /** The place of a command; several places when the text indicates so. */
    List<Place> of(ForeignStep step) {
        return places.getOrDefault(step, List.of());
    }

    /** The lines of each prompt at each of its places. */
    Map<PromptUse, List<DocLine>> uses() {
        return uses;
    }

    /** The session whose statement waits with these bars. */
    int waiting(Item.Late late) {
        return places.entrySet().stream()
                .filter(entry ->
                        entry.getKey().sql() && entry.getKey().prompt().bars().equals(late.bars()))
                .filter(entry -> entry.getKey().line().number() < late.line().number())
                .max(java.util.Comparator.comparingInt(
                        entry -> entry.getKey().line().number()))
                .map(entry -> entry.getValue().get(0).session())
                .orElse(1);
    }

    @Override
    public void title(DocLine line, int section) {
        narrative.title(line, section);
    }

    @Override
    public void prose(List<DocLine> lines) {
        narrative.prose(lines);
    }

    @Override
    public void remark(List<DocLine> lines) {
        narrative.remark(lines);
    }

    @Override
    public void late(Item.Late late) {}

    @Override
    public void step(ForeignStep step) {
        narrative.typed();
        List<PromptUse> here =
                step.kind() == ForeignStep.Kind.SHELL ? shell(step) : step.sql() ? sql(step) : open(step);
        places.put(step, here.stream().map(PromptUse::place).toList());
        here.forEach(use -> roles.typed(step, use.place().node()));
        here.forEach(use -> uses.computeIfAbsent(use, each -> new ArrayList<>()).add(step.line()));
    }

    private PromptUse use(ForeignStep step, Place place, String reason, boolean guess) {
        return new PromptUse(step.prompt().shown(), place, reason, guess);
    }

    private List<PromptUse> shell(ForeignStep step) {
        Optional<ForeignPane> mapped = map.of(step);
        if (mapped.isPresent()) {
            return nodes(mapped.get().server())
                    .map(node -> use(step, new Place(node, 0), MAPPED, false))
                    .toList();
        }
        String printed = sign(step);
        ShellNodes.Found found = printed == null
                ? shells.node(step, narrative.said().node(), narrative.said().reason())
                : shells.node(step, printed, PRINTED);
        return nodes(found.node())
                .map(node -> use(step, new Place(node, 0), found.reason(), found.guess()))
                .toList();
    }

    /** Each of the nodes. */
    private static Stream<String> nodes(String named) {
        return named.chars().mapToObj(Character::toString);
    }

    private List<PromptUse> sql(ForeignStep step) {
        ForeignPrompt prompt = step.prompt();
        Optional<ForeignPane> mapped = map.of(step);
        if (mapped.isPresent()) {
            ForeignPane pane = mapped.get();
            if (Hints.BOTH.equals(pane.node())) {
                return nodes(Hints.BOTH)
                        .map(node -> use(step, opened(node), MAPPED, false))
                        .toList();
            }
            int number = pane.session() > 0 ? pane.session() : pane.server().equals("b") ? 2 : 1;
            String node = pane.node() != null ? pane.server() : nodeOf(number);
            return List.of(use(step, book.session(number, node), MAPPED, false));
        }
        int number = number(prompt);
        if (number > 0) {
            return List.of(numbered(step, number));
        }
        String node = nodeOfPrompt(prompt);
        if (node != null) {
            String one = node.equals("c") ? "b" : node;
            return List.of(use(step, opened(one), "the words of the prompt say so", node.equals("c")));
        }
        return context(step);
    }

    /** The node of a session by its number: where it has been, else that of the lab, where there are two servers. */
    private String nodeOf(int session) {
        String known = nodeOfSession.get(session);
        return known == null ? book.node(session).orElse(session > 1 && facts.two() ? "b" : "a") : known;
    }

    private @Nullable String nodeOfPrompt(ForeignPrompt prompt) {
        String letter = machines.lettered(prompt.name());
        if (letter != null) {
            return letter;
        }
        String host = Machines.host(prompt.name());
        String named = host.equals(prompt.name().toLowerCase(Locale.ROOT)) ? null : machines.node(host);
        return named == null && !machines.database(prompt.name()) ? Hints.nodeOfName(prompt.name()) : named;
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
        return first ? 1 : SessionHints.ofName(prompt.name());
    }

    private Place opened(String node) {
        Place known = opened.get(node);
        return known == null ? book.session(node.equals("b") ? 2 : 1, node) : known;
    }

    /** The session that the prompt indicates by bars, or by a number in its name. */
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

    /** The session that was opened last, or that the text above indicates. */
    private List<PromptUse> context(ForeignStep step) {
        if (!current.isEmpty()) {
            return current.stream()
                    .map(use -> use(step, use.place(), use.reason(), use.guess()))
                    .toList();
        }
        String sure = signs.node(step);
        if (sure != null
                && !sure.equals(narrative.said().node())
                && !narrative.said().several()) {
            narrative.printed(sure, PRINTED);
        }
        Said said = narrative.said();
        String printed = sign(step);
        Said here = printed != null && !printed.equals(said.node()) && !said.several()
                ? said.printed(printed, PRINTED)
                : said;
        String node = here.node();
        if (!here.sessions().isEmpty()) {
            String hinted = node == null || node.equals(Hints.BOTH) ? "a" : node;
            return here.sessions().stream()
                    .map(session -> use(
                            step,
                            book.session(session, nodeOfSession.getOrDefault(session, hinted)),
                            here.reason(),
                            true))
                    .toList();
        }
        return node == null
                ? List.of(use(step, opened("a"), STANDARD, true))
                : nodes(node)
                        .map(each -> use(step, opened(each), here.reason(), true))
                        .toList();
    }

    /** Handles a psql line, which determines the node of the session that it opens; the next SQL is typed there. */
    private List<PromptUse> open(ForeignStep step) {
        ShellNodes.Found found = opens(step);
        int mapped = map.of(step).map(ForeignPane::session).orElse(0);
        int number = mapped > 0 ? mapped : number(step.prompt());
        List<Integer> numbers = number > 0 ? List.of(number) : narrative.said().sessions();
        List<PromptUse> opens = new ArrayList<>();
        for (String node : nodes(found.node()).toList()) {
            if (numbers.isEmpty()) {
                Place place = book.session(node.equals("b") ? 2 : 1, node);
                opened.put(node, place);
                opens.add(use(step, place, found.reason(), found.guess()));
            }
            for (int each : numbers) {
                nodeOfSession.put(each, node);
                opens.add(use(step, book.session(each, node), found.reason(), found.guess()));
            }
        }
        current = number > 0 && mapped == 0
                ? current
                : opens.stream()
                        .map(use -> use(step, use.place(), "a psql line opened it", false))
                        .toList();
        return opens;
    }

    private @Nullable String sign(ForeignStep step) {
        String sure = signs.node(step);
        return sure == null && !(narrative.fresh() && narrative.said().node() != null) ? signs.likely(step) : sure;
    }

    /** The node that the output of a statement in the session says which is opened here. */
    private @Nullable String printedBelow(ForeignStep open) {
        List<ForeignStep> below = steps.subList(steps.indexOf(open) + 1, steps.size());
        return below.stream()
                .takeWhile(ForeignStep::sql)
                .map(signs::node)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private ShellNodes.Found opens(ForeignStep step) {
        ForeignPsqlLine psql = ForeignPsqlLine.read(step.text()).orElseThrow();
        Optional<ForeignPane> mapped = map.of(step);
        if (mapped.isPresent() && map.line(step.line().number()).isPresent()) {
            return new ShellNodes.Found(mapped.get().server(), MAPPED, false);
        }
        String printed = printedBelow(step);
        ShellNodes.Found found = mapped.map(pane -> new ShellNodes.Found(pane.server(), MAPPED, false))
                .orElseGet(() -> shells.node(
                        step,
                        printed == null ? narrative.said().node() : printed,
                        printed == null ? narrative.said().reason() : "the output below says so"));
        String byHost = psql.host() == null ? null : machines.reached(psql.host());
        String byPort = psql.port() == 0 || (psql.port() == 5432 && !facts.two()) ? null : facts.nodeAt(psql.port());
        boolean everywhere = psql.port() == facts.portA() && found.reason().contains("prompt");
        if (byHost != null && !byHost.equals("c")) {
            return new ShellNodes.Found(byHost, "psql's host says so", false);
        }
        return byPort != null && !everywhere ? new ShellNodes.Found(byPort, "psql's port says so", false) : found;
    }
}
