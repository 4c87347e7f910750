package dev.pgduo.shell.edit;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jline.builtins.ConfigurationPath;
import org.jline.builtins.Nano;
import org.jline.terminal.Terminal;

/**
 * JLine's nano, which needs no program of the system.
 *
 * @param terminal where it is shown
 * @param title of its first line
 */
record NanoEditor(Terminal terminal, String title) implements TextEditor {
    private static final List<String> SYNTAXES = List.of("pg_hba.nanorc", "postgresql.nanorc");

    @Override
    public void edit(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("no directory above " + file);
        }
        try {
            Nano nano = new Nano(terminal, directory, null, new ConfigurationPath(settings(directory), directory));
            nano.title = title;
            nano.setRestricted(true);
            nano.open(String.valueOf(file.getFileName()));
            nano.run();
        } catch (IOException | UncheckedIOException e) {
            throw new LabException(ErrorReport.error("could not edit the file: " + e.getMessage()), e);
        }
    }

    /** Nano reads its settings and the colours from files. */
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
