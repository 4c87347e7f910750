package dev.pgduo.lab.fault.catalogue;

import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.RoleHint;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.Fault.Unavailable;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.FaultCard.Parameter;
import dev.pgduo.lab.fault.FaultListener;
import dev.pgduo.lab.fault.FaultVerdict;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.lab.link.LabLink;
import dev.pgduo.lab.pair.PairPicture;
import dev.pgduo.report.DidYouMean;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The operations on the faults of a lab.
 *
 * @param told hears of each command
 */
public record Faults(Lab lab, FaultListener told) {
    /** The active faults, for display, without asking a server or changing anything. */
    public static List<StandingFault> seen(Lab lab) {
        return StandingFault.of(lab.directory()).stream()
                .filter(fault -> !passed(new Scene(lab, fault, FaultListener.NONE)))
                .toList();
    }

    /** The active faults; those that have ended by themselves are forgotten. */
    public List<StandingFault> standing() {
        StandingFault.of(lab.directory()).stream()
                .filter(fault -> passed(scene(fault)))
                .forEach(StandingFault::forget);
        return StandingFault.of(lab.directory());
    }

    /** Whether healing a fault can succeed in the pair's present state. */
    public static boolean curable(StandingFault standing, PairPicture picture) {
        return FaultCatalogue.find(standing.name())
                .map(fault -> fault.curable(picture, standing.node()))
                .orElse(true);
    }

    private static boolean passed(Scene scene) {
        return FaultCatalogue.find(scene.fault().name())
                .map(fault -> fault.passed(scene))
                .orElse(false);
    }

    /**
     * Injects a fault and judges the result. A fault that does not end by itself is active from now on, whatever the verdict
     * is.
     *
     * @param node the node, or empty for the fault's default
     * @throws LabException when the fault cannot be injected here
     */
    public FaultVerdict inject(Fault fault, Optional<NodeName> node, Map<String, String> arguments) {
        requireAvailable(fault);
        Map<String, String> notes = arguments(fault.card(), arguments);
        NodeName on = node(fault.card(), node);
        StandingFault begun = new StandingFault(
                StandingFault.directory(lab.directory()), fault.card().name(), on, notes);
        if (standing().stream().anyMatch(other -> other.words().equals(begun.words()))) {
            throw new LabException(ErrorReport.error("fault " + begun.words() + " is active already")
                    .hint("\"heal " + begun.name() + "\" ends it."));
        }
        requireStream(fault);
        Scene scene = Scene.begin(lab, begun, told);
        fault.inject(scene);
        FaultVerdict verdict = fault.evidence(scene).judge();
        standing();
        return verdict;
    }

    private void requireAvailable(Fault fault) {
        Optional<Unavailable> missing = fault.unavailable(lab);
        if (missing.isPresent()) {
            throw new LabException(ErrorReport.error(
                            "this lab cannot have the fault " + fault.card().name())
                    .detail(missing.get().reason())
                    .hint(missing.get().nearest()));
        }
    }

    private void requireStream(Fault fault) {
        if (fault.needsStream() && !lab.check().look().picture().streaming()) {
            throw new LabException(ErrorReport.error("fault " + fault.card().name() + " needs a standby that streams")
                    .detail(lab.check().look().verdict().words() + ".")
                    .hint("\"status\" says how it comes to that."));
        }
    }

    private static Map<String, String> arguments(FaultCard card, Map<String, String> given) {
        List<String> known = card.parameters().stream().map(Parameter::name).toList();
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new LabException(ErrorReport.error("fault " + card.name() + " has no argument \"" + name + "\"")
                        .detail(known.isEmpty() ? "It takes none." : "It takes " + String.join(", ", known) + ".")
                        .hint(DidYouMean.nearest(name, known)
                                .map(near -> "Perhaps you meant \"" + near + "\".")
                                .orElse(null)));
            }
        }
        Map<String, String> notes = new TreeMap<>();
        card.parameters()
                .forEach(parameter -> notes.put(
                        Scene.argument(parameter.name()), given.getOrDefault(parameter.name(), parameter.usual())));
        return notes;
    }

    private NodeName node(FaultCard card, Optional<NodeName> wanted) {
        NodeStatus usual = card.side().usual();
        NodeName name = wanted.or(() -> lab.withRole(usual))
                .orElseThrow(() -> new LabException(
                        ErrorReport.error("no node is a " + usual).hint(new RoleHint(lab).toHave(usual))));
        NodeStatus status = lab.node(name).status().status();
        if (!card.side().admits(status)) {
            throw new LabException(ErrorReport.error("fault " + card.name() + " cannot happen to node " + name)
                    .detail("It is a fault of " + card.side() + ", and node " + name + " is " + status + ".")
                    .hint(lab.withRole(usual)
                            .map(other -> "Leave out the node, or name node " + other + ".")
                            .orElse(null)));
        }
        return name;
    }

    /** The active faults that these words select: by name, by name and node, or all. */
    public List<StandingFault> named(String words) {
        List<StandingFault> standing = standing();
        List<StandingFault> meant = standing.stream()
                .filter(fault -> words.equals("all") || words.equals(fault.name()) || words.equals(fault.words()))
                .toList();
        if (meant.isEmpty() && !words.equals("all")) {
            FaultCatalogue.get(words.replaceFirst(" [ab]$", ""));
            throw new LabException(ErrorReport.error("fault " + words + " is not active")
                    .hint(
                            standing.isEmpty()
                                    ? "No fault is active."
                                    : "Active: "
                                            + standing.stream()
                                                    .map(StandingFault::words)
                                                    .collect(Collectors.joining(", "))
                                            + "."));
        }
        return meant;
    }

    /**
     * Heals a fault, and waits until it is healed.
     *
     * @throws LabException when it does not heal; the fault stays active then
     */
    public void heal(StandingFault standing) {
        heal(FaultCatalogue.get(standing.name()), standing);
    }

    /** Heals a fault that need not be in the catalogue. */
    void heal(Fault fault, StandingFault standing) {
        Scene scene = scene(standing);
        fault.heal(scene);
        new Wait("heal fault " + standing.words(), Deadline.DEFAULT, () -> "it is still active")
                .until(() -> fault.healed(scene));
        standing.forget();
    }

    /**
     * Ends all active faults before both nodes are stopped. One that cannot be ended stays active, and does not prevent the stop.
     *
     * @return the result for each, as a line
     */
    public List<String> end() {
        List<String> ended = new ArrayList<>();
        for (StandingFault standing : standing()) {
            try {
                FaultCatalogue.get(standing.name()).end(scene(standing));
                standing.forget();
                ended.add("fault " + standing.words() + " ended");
            } catch (LabException e) {
                ended.add("fault " + standing.words() + " stays active: "
                        + e.report().message());
            }
        }
        return ended;
    }

    /**
     * Forgets all active faults because their data are being removed. A frozen process continues when its server is stopped.
     */
    public void forget() {
        LabLink.of(lab.directory()).end();
        StandingFault.of(lab.directory()).forEach(StandingFault::forget);
    }

    private Scene scene(StandingFault fault) {
        return new Scene(lab, fault, told);
    }
}
