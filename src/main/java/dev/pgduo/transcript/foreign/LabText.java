package dev.pgduo.transcript.foreign;

import dev.pgduo.transcript.foreign.document.DocLine;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.write.TranscriptBuilder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the text of a lab. Used once. */
final class LabText implements Item.Visitor {
    private static final Pattern ENDS = Pattern.compile("(?is)\\s*(?:commit|rollback|abort|end)\\b.*");

    private final Placing placing;
    private final ForeignNodes facts;
    private final Replacements replacements;
    private final ImportRemarks remarks;
    private final boolean translate;
    private final Header header;
    private final TranscriptBuilder builder;
    private final Set<Integer> opened = new HashSet<>();
    private final Map<Integer, ForeignStep> waiting = new LinkedHashMap<>();
    private @Nullable String title;
    private final Set<ForeignStep> leftOut = new HashSet<>();
    private final Set<ForeignStep> unplayable = new HashSet<>();

    LabText(Placing placing, ForeignNodes facts, ImportRemarks remarks, boolean translate, @Nullable String title) {
        this.placing = placing;
        this.facts = facts;
        this.replacements = new Replacements(facts);
        this.remarks = remarks;
        this.translate = translate;
        this.title = title;
        String head = FrontMatter.of(title, facts);
        this.header = FrontMatter.header(head);
        this.builder = new TranscriptBuilder(header, head);
    }

    String text() {
        List.copyOf(waiting.keySet()).forEach(this::comesBack);
        return builder.text();
    }

    /** The number of commands in the lab that cannot be played. */
    int unplayable() {
        return unplayable.size();
    }

    @Override
    public void title(DocLine line, int level) {
        if (line.text().equals(title)) {
            title = null;
        } else if (!line.blank()) {
            builder.heading(line.text());
        }
    }

    @Override
    public void prose(List<DocLine> lines) {
        String text = String.join(
                "\n", lines.stream().map(line -> line.text().strip()).toList());
        builder.prose(text.replace("\t", " "));
    }

    @Override
    public void late(Item.Late late) {
        int session = placing.waiting(late);
        waiting.remove(session);
        builder.late(session, TableText.ended(late.output()));
    }

    @Override
    public void step(ForeignStep step) {
        for (Place place : placing.of(step)) {
            Optional<Replacement> replacement = replacements.of(step, place);
            if (replacement.isPresent()) {
                replaced(step, place, replacement.get());
            } else {
                write(step, place, step.text());
            }
        }
    }

    private void replaced(ForeignStep step, Place place, Replacement replacement) {
        String instead = replacement.instead();
        String what = replacement.what() + ": " + ImportRemarks.quoted(step.text());
        boolean opens = step.kind() == ForeignStep.Kind.OPEN;
        if (opens && !translate) {
            remarks.notice(
                    step.line().number(),
                    what,
                    "The session opens at port " + facts.port(place.node()) + " with --translate.");
            write(step, place, step.text());
        } else if (translate && instead != null) {
            remarks.notice(
                    step.line().number(), what + " is now " + ImportRemarks.quoted(instead), replacement.advice());
            translated(step, place, replacement);
        } else if (translate) {
            if (leftOut.add(step)) {
                remarks.notice(step.line().number(), "left out, " + what, replacement.advice());
                builder.prose("(left out) " + step.text());
            }
        } else {
            unplayable.add(step);
            String offer = instead == null ? "leaves it out" : "writes " + ImportRemarks.quoted(instead);
            remarks.warn(
                    step.line().number(),
                    "cannot be played, " + what,
                    replacement.advice() + " --translate " + offer + ".");
            write(step, place, step.text());
        }
    }

    private void translated(ForeignStep step, Place place, Replacement replacement) {
        String lab = replacement.lab();
        if (lab != null) {
            builder.lab(lab, List.of());
            return;
        }
        boolean same = replacement.what().matches("sudo|su|a path.*");
        ForeignStep other =
                new ForeignStep(step.line(), step.prompt(), step.kind(), String.valueOf(replacement.instead()));
        other.output(same ? step.output() : List.of());
        write(other, place, other.text());
    }

    private void write(ForeignStep step, Place place, String text) {
        switch (step.kind()) {
            case OPEN -> open(step, place);
            case SHELL -> builder.os(header.node(place.node()).orElseThrow(), escaped(text), step.output());
            case SQL -> sql(step, place);
        }
    }

    private static String escaped(String text) {
        return text.replace("%{", "%%{");
    }

    private void open(ForeignStep step, Place place) {
        ForeignPsqlLine psql = ForeignPsqlLine.read(step.text()).orElseThrow();
        String words = psql.arguments();
        int port = facts.port(place.node());
        boolean named = psql.port() == port && words.contains(String.valueOf(port));
        String without =
                words.replaceAll("(?<!\\S)(?:-p\\s*|--port[= ])\\d+\\s*", "").strip();
        boolean plain = (psql.port() == 0 && opensAnyway(place)) || words.contains("port=") || words.contains("://");
        String line = named || plain ? words : "-p " + port + (without.isEmpty() ? "" : " " + without);
        comesBack(place.session());
        builder.open(place.session(), escaped(line.isEmpty() ? "psql" : "psql " + line));
        opened.add(place.session());
        if (!step.output().isEmpty()) {
            remarks.notice(
                    step.line().number(),
                    "what psql printed is left out: "
                            + ImportRemarks.quoted(step.output().get(0)),
                    null);
        }
    }

    private static boolean opensAnyway(Place place) {
        return place.node().equals(place.session() == 1 ? "a" : "b");
    }

    private void sql(ForeignStep step, Place place) {
        if (opened.add(place.session()) && !opensAnyway(place)) {
            builder.open(place.session(), "psql -p " + facts.port(place.node()) + " -U postgres");
        }
        comesBack(place.session());
        List<String> output = step.output();
        boolean query = !step.text().startsWith("\\");
        List<String> counted = query ? TableText.counted(output) : output;
        if (counted.size() > output.size()) {
            remarks.guess(step.line().number(), "the table ends with " + counted.get(counted.size() - 1), null);
        }
        builder.sql(place.session(), escaped(step.text()), TableText.ended(counted));
        if (step.blocks() && output.isEmpty()) {
            waiting.put(place.session(), step);
        } else if (ENDS.matcher(step.text()).matches()) {
            List.copyOf(waiting.keySet()).stream().limit(1).forEach(this::comesBack);
        }
    }

    /** Adds unknown output of a statement that waits according to the document, for the time when it continues. */
    private void comesBack(int session) {
        ForeignStep step = waiting.remove(session);
        if (step != null) {
            remarks.guess(step.line().number(), "the statement waits, and goes on after a later one", null);
            builder.lateAnything(session);
        }
    }
}
