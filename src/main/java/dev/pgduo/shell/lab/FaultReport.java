package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultCard.Parameter;
import dev.pgduo.lab.fault.FaultGroup;
import dev.pgduo.lab.fault.FaultVerdict;
import dev.pgduo.lab.fault.Lesson;
import dev.pgduo.lab.fault.Lesson.LogLine;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.lab.fault.catalogue.FaultCatalogue;
import dev.pgduo.lab.fault.catalogue.Faults;
import dev.pgduo.lab.link.LabLink;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Injects a fault and prints the result. */
record FaultReport(LabContext context) {
    /**
     * The fault of a group for a short name.
     *
     * @param prefix the part of the fault's name before the short name
     * @throws LabException when there is no such fault
     */
    static Fault of(FaultGroup group, String prefix, String word) {
        List<Fault> faults = FaultCatalogue.of(group);
        List<String> words = faults.stream()
                .map(fault -> fault.card().name().substring(prefix.length()))
                .toList();
        int index = words.indexOf(word);
        if (index < 0) {
            throw new LabException(ErrorReport.error("invalid value: \"" + word + "\"")
                    .detail("It is one of " + String.join(", ", words) + ".")
                    .hint(DidYouMean.nearest(word, words)
                            .map(near -> "Perhaps you meant \"" + near + "\".")
                            .orElse(null)));
        }
        return faults.get(index);
    }

    /**
     * Injects the fault and prints the evidence.
     *
     * @throws LabException when it did not happen, or the evidence is incomplete
     */
    void inject(Fault fault, Optional<NodeName> node, Map<String, String> arguments) {
        FaultVerdict verdict = context.steps().faults().inject(fault, node, arguments);
        context.desk().wrote();
        String name = fault.card().name();
        if (verdict instanceof FaultVerdict.Another another) {
            throw new LabException(ErrorReport.error("fault " + name + ": another failure happened")
                    .detail("Seen: " + another.sight())
                    .hint("\"status\" shows the state of the nodes; \"heal\" repairs what the fault has changed."));
        }
        if (verdict instanceof FaultVerdict.Unknown unknown) {
            throw new LabException(ErrorReport.error("fault " + name + ": not confirmed")
                    .detail("Not seen: " + String.join("; ", unknown.missing()) + ".")
                    .hint("\"status\" shows the state of the nodes; \"heal\" repairs what the fault has changed."));
        }
        if (verdict instanceof FaultVerdict.Confirmed confirmed) {
            CommandEcho echo = context.steps().echo();
            echo.say("fault " + name + ": confirmed");
            confirmed.evidence().forEach(echo::indented);
        }
    }

    /** The lines of {@code status} about the active faults. */
    static List<String> lines(LabContext context, List<StandingFault> standing, PairPicture picture) {
        List<String> lines = new ArrayList<>();
        for (StandingFault fault : standing) {
            lines.add("fault: " + fault.words()
                    + (Faults.curable(fault, picture)
                            ? " (\"heal " + fault.words() + "\" ends it)"
                            : " (it ends when node " + fault.node() + " runs again)"));
        }
        if (LabLink.of(context.lab().directory()).dead()) {
            lines.add("link: its process is dead, so the network fault is not in effect" + " (\"mend\" removes it)");
        }
        return lines;
    }

    /**
     * Runs a verb of the pair.
     *
     * @throws LabException when the verb fails; its "Next:" hint, if any, is replaced by how to heal the active faults, when
     *     some can be healed
     */
    static <T> T advising(LabContext context, Supplier<T> verb) {
        try {
            return verb.get();
        } catch (LabException e) {
            String hint = e.report().hint();
            List<StandingFault> curable =
                    hint != null && hint.startsWith("Next: ") ? curable(context.lab()) : List.of();
            throw curable.isEmpty() ? e : new LabException(e.report().hint(advice(curable)), e);
        }
    }

    private static List<StandingFault> curable(Lab lab) {
        PairPicture picture = lab.check().look().picture();
        return Faults.seen(lab).stream()
                .filter(fault -> Faults.curable(fault, picture))
                .toList();
    }

    /** Returns the hint that advises to heal these active faults. */
    static String advice(List<StandingFault> standing) {
        return "Next: \""
                + standing.stream().map(fault -> "heal " + fault.words()).collect(Collectors.joining("\", \"")) + "\".";
    }

    /** The complete description of a fault. */
    static List<String> card(FaultCard card, Optional<String> unavailable) {
        Lesson lesson = card.lesson();
        List<String> lines = new ArrayList<>();
        lines.add(card.name() + " (" + card.group() + ", " + card.side() + "): " + card.words());
        for (Parameter parameter : card.parameters()) {
            lines.add("argument  " + parameter.name() + "=" + parameter.usual() + "  " + parameter.description());
        }
        lines.add("clients   " + lesson.client());
        lines.add("survives  " + lesson.survives());
        lesson.looks().forEach(look -> lines.add("psql      " + look.words()));
        for (LogLine line : lesson.log()) {
            lines.add(
                    "log       " + line.text() + (line.majors().equals(Lesson.ALL) ? "" : " (" + line.majors() + ")"));
        }
        if (lesson.log().isEmpty()) {
            lines.add("log       nothing");
        }
        lines.add("heal      " + lesson.heal());
        unavailable.ifPresent(lines::add);
        return lines;
    }
}
