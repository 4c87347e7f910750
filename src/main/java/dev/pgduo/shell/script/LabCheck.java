package dev.pgduo.shell.script;

import dev.pgduo.course.predicate.Check;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.report.Position;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.transcript.model.BranchUse;
import dev.pgduo.transcript.model.Directive;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.PlacedText;
import dev.pgduo.transcript.model.Step;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.transcript.model.WrongAnswer;
import dev.pgduo.transcript.read.WrongAnswerReader;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Checks a lab without playing it: unknown commands, unreachable branches, unused captures. */
final class LabCheck {
    private static final Pattern TOOL = Pattern.compile("\\btool\\(\\s*([\\w.-]+)\\s*\\)");
    private static final int NEWEST = 18;
    private static final int ANY_MINOR = 999;

    private final Transcript transcript;
    private final CommandRunner commands;
    private final List<ErrorReport> reports = new ArrayList<>();

    private LabCheck(Transcript transcript, CommandRunner commands) {
        this.transcript = transcript;
        this.commands = commands;
    }

    /** The problems of a lab, in file order. */
    static List<ErrorReport> of(LabFile lab, CommandRunner commands) {
        return lab.transcript()
                .map(read -> new LabCheck(read, commands).reports())
                .orElse(lab.problems());
    }

    private List<ErrorReport> reports() {
        Step.all(transcript.steps()).forEach(this::step);
        branches();
        return reports.stream()
                .sorted(Comparator.comparing(
                        ErrorReport::position, Comparator.nullsFirst(Comparator.comparingInt(Position::line))))
                .toList();
    }

    private void step(Step step) {
        int line = step.span().first();
        if (step instanceof Step.LabCommand lab && !lab.command().contains("%{")) {
            commands.wrong(lab.command()).ifPresent(report -> add(report, line));
        } else if (step instanceof Step.DirectiveLine directive
                && directive.directive() instanceof Directive.Capture capture
                && unused(capture.name())) {
            add(
                    ErrorReport.error("\"" + capture.name() + "\" is captured, but never used")
                            .hint("Write \"%{" + capture.name() + "}\" below, or remove the line."),
                    line);
        } else if (step instanceof Step.DirectiveLine directive
                && directive.directive() instanceof Directive.Set set
                && unused(set.name())) {
            add(
                    ErrorReport.error("\"" + set.name() + "\" is set, but never used")
                            .hint("Write \"%{" + set.name() + "}\" below, or remove the line."),
                    line);
        } else if (step instanceof Step.DirectiveLine directive
                && directive.directive() instanceof Directive.Check check) {
            check(check.predicate());
        } else if (step instanceof Step.DirectiveLine directive
                && directive.directive() instanceof Directive.Wrong wrong) {
            wrong(wrong.answer());
        }
    }

    private void check(PlacedText predicate) {
        try {
            Check.parse(predicate.text(), transcript.text().position(predicate.line(), predicate.column()));
        } catch (LabException e) {
            reports.add(e.report());
        }
    }

    private void wrong(PlacedText answer) {
        WrongAnswer wrong = WrongAnswerReader.read(answer.text(), transcript.at(answer.line()));
        for (WrongAnswer.Part part : wrong.parts()) {
            if (part instanceof WrongAnswer.Lab lab && !lab.command().contains("%{")) {
                commands.wrong(lab.command()).ifPresent(report -> add(report, answer.line()));
            }
        }
    }

    private boolean unused(String name) {
        return transcript.text().lines().stream().noneMatch(line -> line.text().contains("%{" + name + "}"));
    }

    /** Looks for branches that are taken in none of the versions of the front matter, on no system, with no tool. */
    private void branches() {
        Set<Integer> all = new TreeSet<>();
        Set<Integer> used = new TreeSet<>();
        List<Transcript> told = transcript.languages().stream()
                .map(language ->
                        transcript.in(transcript.header().run().variant().in(language)))
                .toList();
        environments()
                .forEach(environment -> told.forEach(each -> {
                    for (BranchUse use : each.resolve(environment).branches()) {
                        all.add(use.line());
                        if (use.used()) {
                            used.add(use.line());
                        }
                    }
                }));
        all.removeAll(used);
        VersionSet majors = transcript.header().postgres();
        for (int line : all) {
            ErrorReport report =
                    ErrorReport.error("\"" + transcript.text().line(line).text().strip() + "\" is never reached");
            add(majors == null ? report : report.detail("The front matter says postgres: \"" + majors + "\"."), line);
        }
    }

    private Stream<Environment> environments() {
        VersionSet majors = transcript.header().postgres();
        Stream<ServerVersion> releases = Stream.concat(
                Stream.of(ServerVersion.ofMajor(9), ServerVersion.parse("9.6." + ANY_MINOR)),
                IntStream.rangeClosed(10, NEWEST)
                        .boxed()
                        .flatMap(major -> Stream.of(
                                ServerVersion.parse(major + ".0"), ServerVersion.parse(major + "." + ANY_MINOR))));
        return releases.filter(release -> majors == null || majors.contains(release))
                .flatMap(release -> Stream.of("linux", "macos", "windows")
                        .flatMap(os -> tools().map(tools -> new Environment(release, os, tools))));
    }

    /** Assumptions about installed programs: all, none, only one, or all except one. */
    private Stream<Predicate<String>> tools() {
        Stream<Predicate<String>> each = TOOL.matcher(transcript.text().expanded())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .flatMap(name -> Stream.of(name::equals, tool -> !name.equals(tool)));
        return Stream.concat(Stream.of(tool -> true, tool -> false), each);
    }

    private void add(ErrorReport report, int line) {
        reports.add(report.at(transcript.at(line)));
    }
}
