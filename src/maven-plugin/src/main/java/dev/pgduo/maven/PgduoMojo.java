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

/** Runs pgduo, and logs its output. */
abstract class PgduoMojo extends AbstractMojo {
    /** The plugin's dependencies. */
    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> artifacts;

    /** The working directory, to which names are relative. */
    @Parameter(defaultValue = "${project.basedir}", readonly = true)
    private File directory;

    /** Maven's local repository, for servers that pgduo takes from Maven repositories. */
    @Parameter(defaultValue = "${settings.localRepository}", readonly = true)
    private String localRepository;

    /** Maven's offline mode: nothing is downloaded. */
    @Parameter(defaultValue = "${settings.offline}", readonly = true)
    private boolean offline;

    /** Skips the goal. */
    @Parameter(property = "pgduo.skip", defaultValue = "false")
    private boolean skip;

    /** The servers in the form of {@code --pg}: {@code 15,18}; by default pgduo's default server. */
    @Parameter(property = "pgduo.pg")
    private String pg;

    boolean skipped() {
        if (skip) {
            getLog().info("pgduo is skipped");
        }
        return skip;
    }

    /** The option {@code --pg}, if servers are given. */
    List<String> servers() {
        return pg == null || pg.isBlank() ? List.of() : List.of("--pg", pg);
    }

    /** The labs that exist, relative to the project. */
    List<String> present(List<String> labs) {
        return labs.stream().filter(lab -> inProject(lab).toFile().exists()).toList();
    }

    /** The path of a name relative to the project. */
    Path inProject(String name) {
        return directory.toPath().resolve(name);
    }

    /** Runs the program; returns its exit code. */
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
