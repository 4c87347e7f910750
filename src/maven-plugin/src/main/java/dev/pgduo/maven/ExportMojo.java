package dev.pgduo.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Exports labs as documents, one for each, without playing them. */
@Mojo(name = "export", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class ExportMojo extends PgduoMojo {
    private static final Map<String, String> ENDINGS = Map.of(
            "asciicast",
            ".cast",
            "asciicast3",
            ".cast",
            "asciidoc",
            ".adoc",
            "html",
            ".html",
            "markdown",
            ".md",
            "text",
            ".txt");

    /** Files, and directories of labs, relative to the project. */
    @Parameter(property = "pgduo.labs", defaultValue = "labs")
    private List<String> labs;

    /** {@code html}, {@code markdown}, {@code asciidoc}, {@code text}, {@code asciicast}. */
    @Parameter(property = "pgduo.format", defaultValue = "html")
    private String format;

    /** The directory for the documents. */
    @Parameter(property = "pgduo.documents", defaultValue = "${project.build.directory}/pgduo/documents")
    private File documents;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skipped()) {
            return;
        }
        List<Path> files = files();
        if (files.isEmpty()) {
            throw new MojoFailureException("there is no lab: " + String.join(", ", labs));
        }
        for (Path file : files) {
            String name = file.getFileName().toString().replaceFirst("\\.lab$", "");
            File out = new File(documents, name + ENDINGS.getOrDefault(format, "." + format));
            List<String> words = new ArrayList<>(List.of("export", file.toString(), "--format", format));
            words.addAll(List.of("--out", out.getPath()));
            if (run(words) != 0) {
                throw new MojoFailureException("could not export \"" + file + "\"");
            }
        }
    }

    private List<Path> files() throws MojoExecutionException {
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(documents.toPath());
            for (String lab : present(labs)) {
                try (Stream<Path> under = Files.walk(inProject(lab))) {
                    under.filter(file ->
                                    Files.isRegularFile(file) && file.toString().endsWith(".lab"))
                            .sorted()
                            .forEach(files::add);
                }
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new MojoExecutionException("could not look for labs", e);
        }
    }
}
