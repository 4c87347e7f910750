package dev.pgduo.shell.edit;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jline.builtins.ConfigurationPath;
import org.jline.builtins.Nano;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * JLine's nano, which is part of pgduo.
 *
 * @param terminal the terminal that it uses
 * @param title the text of its first line
 */
record NanoEditor(Terminal terminal, String title) implements TextEditor {
    /** The characters that surround a message, and one free column. */
    private static final int BRACKETS = "[  ]".length() + 1;

    private static final List<String> SYNTAXES = List.of("pg_hba.nanorc", "postgresql.nanorc");

    @Override
    public void edit(Path file, Optional<ErrorReport> problem) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("no directory above " + file);
        }
        try {
            PlacedNano nano = new PlacedNano(terminal, directory, settings(directory));
            nano.title = title;
            nano.problem = problem.map(ErrorReport::message)
                    .map(message -> below(message, terminal.getWidth()))
                    .orElse(null);
            nano.setRestricted(true);
            nano.open(String.valueOf(file.getFileName()));
            problem.map(ErrorReport::position).ifPresent(place -> nano.go(place.line()));
            nano.run();
        } catch (IOException | UncheckedIOException e) {
            throw new LabException(ErrorReport.error("could not edit the file: " + FailureReason.of(e)), e);
        }
    }

    /** A message shortened for the line below the text; file and line number are left out, as the person sees them. */
    static String below(String message, int width) {
        String words = message.replaceFirst(" in file \"[^\"]*\"(?: line \\d+)?,?", "");
        return new AttributedString(words)
                .columnSubSequence(0, Math.max(0, width - BRACKETS))
                .toString();
    }

    /** A nano that starts at a line and shows a message. */
    private static final class PlacedNano extends Nano {
        private static final String GO_TO_LINE = "\u001bg";

        private @Nullable String problem;

        PlacedNano(Terminal terminal, Path directory, Path settings) {
            super(terminal, directory, null, new ConfigurationPath(settings, directory));
        }

        /** Adds the message below the text until the text is changed. */
        @Override
        protected List<AttributedString> computeFooter() {
            if (problem != null && !buffer.isDirty() && editMessage == null) {
                message = problem;
            }
            return super.computeFooter();
        }

        /** Moves the cursor to a line by simulated keys. */
        void go(int line) {
            bindingReader.runMacro(GO_TO_LINE + line + "\r");
        }
    }

    /** Writes the files from which nano reads its settings and colours. */
    private static Path settings(Path directory) throws IOException {
        Path settings = Files.createDirectories(directory.resolve(".nano"));
        StringBuilder includes = new StringBuilder();
        for (String name : SYNTAXES) {
            Path syntax = settings.resolve(name);
            try (InputStream resource = NanoEditor.class.getResourceAsStream(name)) {
                if (resource == null) {
                    throw new IllegalStateException("no resource " + name);
                }
                Files.copy(resource, syntax, StandardCopyOption.REPLACE_EXISTING);
            }
            includes.append("include \"").append(syntax).append("\"\n");
        }
        Files.writeString(settings.resolve("jnanorc"), includes);
        return settings;
    }
}
