package dev.pgduo.shell.script;

import dev.pgduo.replay.result.RecordedSeconds;
import dev.pgduo.replay.shard.Packing;
import dev.pgduo.replay.shard.Plan;
import dev.pgduo.replay.shard.Shard;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.shell.ProgramVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The labs and servers that this run of {@code verify} plays, of all that were asked for. Every run with the same options
 * computes the same division, also where a server is not available.
 */
final class Division {
    private final List<String> labs;
    private final List<String> servers;
    private final List<Integer> owners;
    private final Plan plan;

    private Division(List<String> labs, List<String> servers, List<Integer> owners, Plan plan) {
        this.labs = labs;
        this.servers = List.copyOf(servers);
        this.owners = owners;
        this.plan = plan;
    }

    /**
     * Divides all labs on all servers.
     *
     * @param servers the words for the servers
     * @param shard the part of this run
     * @param recorded durations of earlier runs
     * @param options other options that influence how labs are played
     */
    static Division of(
            List<LabFile> labs, List<String> servers, Shard shard, RecordedSeconds recorded, List<String> options) {
        List<RecordedSeconds.Piece> pieces = new ArrayList<>();
        for (LabFile lab : labs) {
            servers.forEach(server -> pieces.add(new RecordedSeconds.Piece(lab.name(), server, lab.lines())));
        }
        List<Integer> owners = Packing.of(recorded.lengths(pieces), shard.of());
        List<String> facts = new ArrayList<>(List.of(ProgramVersion.text(), owners.toString()));
        facts.add(servers.toString());
        facts.add(options.toString());
        for (LabFile lab : labs) {
            facts.add(lab.name());
            facts.add(text(lab));
        }
        return new Division(
                labs.stream().map(LabFile::name).toList(), servers, owners, Plan.of(facts, pieces.size(), shard));
    }

    private static String text(LabFile lab) {
        return lab.transcript()
                .map(read -> read.text().expanded())
                .orElseGet(() -> String.join(
                        "\n", lab.problems().stream().map(ErrorReport::render).toList()));
    }

    Plan plan() {
        return plan;
    }

    /** The number of a lab on a server in the plan, from 1. */
    int number(String lab, String server) {
        return labs.indexOf(lab) * servers.size() + servers.indexOf(server) + 1;
    }

    /** Whether this run plays a lab on a server. */
    boolean has(String lab, String server) {
        return owners.get(number(lab, server) - 1) == plan.shard().number();
    }

    /** The servers that this run needs. */
    List<String> servers() {
        return servers.stream().filter(server -> !cells(server).isEmpty()).toList();
    }

    /** The numbers of the labs that this run plays on a server. */
    List<Integer> cells(String server) {
        return labs.stream()
                .filter(lab -> has(lab, server))
                .map(lab -> number(lab, server))
                .toList();
    }
}
