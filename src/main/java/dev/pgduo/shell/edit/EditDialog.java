package dev.pgduo.shell.edit;

import dev.pgduo.cluster.conf.LineDiff;
import dev.pgduo.lab.conf.WholeFile;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.screen.KeyQuestion;
import dev.pgduo.shell.screen.Palette;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Edits a file in an editor, again and again until the server accepts it or the person gives up. For one edit. */
final class EditDialog {
    private static final int CONTEXT = 2;

    private final WholeFile file;
    private final Scratch scratch;
    private final TextEditor editor;
    private final Telling telling;
    private String old = "";

    /**
     * The output and the questions of the dialog.
     *
     * @param shown replaces the lab's real paths and ports by the shown ones
     */
    record Telling(PrintWriter out, Palette palette, KeyQuestion question, UnaryOperator<String> shown) {
        void line(String text) {
            text.lines().map(shown).forEach(out::println);
            out.flush();
        }

        /** A removed or added line after its mark. */
        void changed(LineDiff.Line line) {
            String text = shown.apply(line.marked());
            out.println(
                    switch (line.kind()) {
                        case KEPT -> text;
                        case GONE -> palette.removed(text);
                        case NEW -> palette.added(text);
                    });
            out.flush();
        }
    }

    EditDialog(WholeFile file, Scratch scratch, TextEditor editor, Telling telling) {
        this.file = file;
        this.scratch = scratch;
        this.editor = editor;
        this.telling = telling;
    }

    /** Runs the dialog; empty when nothing was changed, or the change was discarded. */
    Optional<Edited> run() {
        old = file.text();
        scratch.begin(old).ifPresent(kept -> telling.line("an edit that did not end is kept in " + kept));
        List<ErrorReport> problems = List.of();
        while (true) {
            problems = attempt(problems.stream().findFirst());
            if (problems.isEmpty()) {
                return ended();
            }
            problems.forEach(problem -> telling.line(problem.render()));
            telling.line("The node's file is as it was; your text is in " + scratch.file());
            if (telling.question().ask("e edit again, d drop the change [e]", "ed", 'd') == 'd') {
                telling.line("dropped; your text is kept in " + scratch.file());
                return Optional.empty();
            }
        }
    }

    /** Starts the editor once, and saves the text; returns the problems that the server or the file system reports. */
    private List<ErrorReport> attempt(Optional<ErrorReport> before) {
        try {
            editor.edit(scratch.file(), before);
            String text = scratch.text(old);
            String present = present();
            if (!present.equals(old) && !text.equals(present)) {
                old = present;
                return List.of(ErrorReport.error("the file was changed while you edited it")
                        .detail("Your text does not have that change.")
                        .hint("Edit again and save to overwrite it with your text."));
            }
            return file.replace(text);
        } catch (LabException e) {
            return List.of(e.report());
        }
    }

    private String present() {
        if (!old.isEmpty() && !Files.exists(file.path())) {
            throw LabException.of("file \"" + file.path() + "\" is gone");
        }
        return file.text();
    }

    private Optional<Edited> ended() {
        String now = file.text();
        scratch.end();
        if (now.equals(old)) {
            telling.line("nothing was changed");
            return Optional.empty();
        }
        for (List<LineDiff.Line> group : LineDiff.between(old, now).groups(CONTEXT)) {
            telling.line("@@ " + file.path().getFileName() + ":"
                    + Math.max(1, group.get(0).old()) + " @@");
            group.forEach(telling::changed);
        }
        WholeFile.Effect effect = file.effect(old);
        effect.remarks().forEach(telling::line);
        return Optional.of(new Edited(effect.need(), file.command(old, now)));
    }

    /**
     * The result of an edit.
     *
     * @param command the shell line with the same effect
     */
    record Edited(WholeFile.Need need, String command) {}
}
