package dev.pgduo.maven;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;

/** Runs the program with some words, and logs what it prints. */
abstract class PgduoMojo extends AbstractMojo {
    /** What the plugin depends on. */
    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> artifacts;

    /** Where it runs: relative names are seen from there. */
    @Parameter(defaultValue = "${project.basedir}", readonly = true)
    private File directory;

    /** Where the servers are that pgduo takes from Maven repositories. */
    @Parameter(defaultValue = "${settings.localRepository}", readonly = true)
    private String localRepository;

    /** Whether nothing is downloaded. */
    @Parameter(defaultValue = "${settings.offline}", readonly = true)
    private boolean offline;

    /** Does nothing. */
    @Parameter(property = "pgduo.skip", defaultValue = "false")
    private boolean skip;

    /** The servers, as {@code --pg} takes them: {@code 15,18}; without them, the one that pgduo takes. */
    @Parameter(property = "pgduo.pg")
    private String pg;

    boolean skipped() {
        if (skip) {
            getLog().info("pgduo is skipped");
        }
        return skip;
    }

    /** {@code --pg}, when servers are asked for. */
    List<String> servers() {
        return pg == null || pg.isBlank() ? List.of() : List.of("--pg", pg);
    }

    /** The labs that are there, seen from the project. */
    List<String> present(List<String> labs) {
        return labs.stream().filter(lab -> inProject(lab).toFile().exists()).toList();
    }

    /** A name of the project's. */
    Path inProject(String name) {
        return directory.toPath().resolve(name);
    }

    /** The program's exit code. */
    int run(List<String> words) throws MojoExecutionException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                artifacts.stream()
                        .map(artifact -> artifact.getFile().getPath())
                        .collect(Collectors.joining(File.pathSeparator)),
                "dev.pgduo.Application"));
        command.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        if (directory != null) {
            builder.directory(directory);
        }
        String before = builder.environment().getOrDefault("MAVEN_ARGS", "");
        builder.environment()
                .put("MAVEN_ARGS", before + " -Dmaven.repo.local=" + localRepository + (offline ? " -o" : ""));
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines().forEach(getLog()::info);
            }
            return process.waitFor();
        } catch (IOException e) {
            throw new MojoExecutionException("could not run pgduo", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("pgduo was interrupted", e);
        }
    }
}
