package dev.pgduo.shell.script;

import dev.pgduo.Golden;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.replay.result.LabOutcome;
import dev.pgduo.replay.result.Outcomes;
import dev.pgduo.replay.result.PlayedSteps;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.transcript.read.TranscriptReader;
import dev.pgduo.version.ServerVersion;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftReportTest {
    private static final List<String> MAJORS = List.of("9.6", "10", "11", "12", "13", "14", "15", "16", "17", "18");

    @Test
    void serversAreAcrossWhileTheyFit() {
        golden("drift-across.txt", List.of("quick.lab", "labs/new\u202e.lab"), List.of("9.6", "12", "15.18"));
    }

    @Test
    void labsAreAcrossWhenTheServersAreMany() {
        golden("drift-down.txt", List.of("quick.lab", "labs/new.lab"), MAJORS);
    }

    @Test
    void manyOfBothAreWide() {
        golden("drift-wide.txt", labs("a%d/passes.lab"), MAJORS);
    }

    @Test
    void oneLabOnOneServer() {
        golden("drift-one.txt", List.of("one.lab"), List.of("15"));
    }

    private static List<String> labs(String format) {
        List<String> labs = new ArrayList<>();
        for (int i = 1; i <= 15; i++) {
            labs.add(format.formatted(i));
        }
        return labs;
    }

    private static void golden(String name, List<String> labs, List<String> servers) {
        List<LabOutcome> outcomes = new ArrayList<>();
        for (String lab : labs) {
            for (String server : servers) {
                outcomes.add(outcome(lab, server));
            }
        }
        StringWriter text = new StringWriter();
        new DriftReport(labs, servers, outcomes).print(new PrintWriter(text), Duration.ofMillis(12_345));
        Golden.assertSame(DriftReportTest.class, name, text.toString());
    }

    /** The first lab passes here and differs there, the others are for newer servers or cannot be read. */
    private static LabOutcome outcome(String lab, String server) {
        CellPlan plan = new CellPlan(file(lab), new Target(server, new Server(server)));
        if (plan.lab().others(plan.target().version()).isPresent()) {
            return LabOutcome.skipped(
                    plan.cell(), ErrorReport.error("not for it").detail("Its front matter says postgres: \"13-18\"."));
        }
        boolean passes = lab.contains("passes") || server.equals("15") || server.equals("9.6");
        if (!passes && server.equals("11")) {
            return LabOutcome.unplayed(
                    plan.cell(),
                    List.of(ErrorReport.error("could not start \u0007 server").hint("Look at the log.")));
        }
        return passes
                ? Outcomes.played(lab, server, plan.target().version().toString(), 3_960)
                : LabOutcome.played(plan.cell(), PlayedSteps.took(lab, Duration.ofMillis(10_040)));
    }

    private static LabFile file(String lab) {
        String postgres = lab.contains("new") ? "13-18" : "9.6-18";
        return new LabFile(
                lab,
                Optional.of(TranscriptReader.parse("---\npostgres: \"" + postgres + "\"\n---\n\nlab> up\n", lab)),
                List.of(),
                Optional.empty(),
                LabForm.OWN);
    }

    private record Server(String name) implements ServerBinaries {
        @Override
        public ServerVersion version() {
            return ServerVersion.parse(name.matches("\\d+") ? name + ".1" : name.equals("9.6") ? "9.6.24" : name);
        }

        @Override
        public Path bin() {
            return Path.of("bin");
        }

        @Override
        public String describe() {
            return name;
        }

        @Override
        public Optional<Path> program(String program) {
            return Optional.empty();
        }
    }
}
