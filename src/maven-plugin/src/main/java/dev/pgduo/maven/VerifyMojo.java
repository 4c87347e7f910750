package dev.pgduo.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Verifies labs: plays them and compares their output. Writes {@code TEST-pgduo.xml} in Surefire's format, and
 * {@code pgduo.json}.
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.INTEGRATION_TEST, threadSafe = true)
public final class VerifyMojo extends PgduoMojo {
    /** Files, and directories of labs, relative to the project. */
    @Parameter(property = "pgduo.labs", defaultValue = "labs")
    private List<String> labs;

    /** The directory for the reports. */
    @Parameter(property = "pgduo.reports", defaultValue = "${project.build.directory}/pgduo")
    private File reports;

    /** Further options of {@code pgduo verify}: {@code --fail-on-skip}, {@code --shard 2/5}. */
    @Parameter
    private List<String> options;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skipped()) {
            return;
        }
        if (present(labs).isEmpty()) {
            throw new MojoFailureException("there is no lab: " + String.join(", ", labs));
        }
        try {
            Files.createDirectories(reports.toPath());
        } catch (IOException e) {
            throw new MojoExecutionException("could not create directory \"" + reports + "\"", e);
        }
        List<String> words = new ArrayList<>(List.of("verify"));
        words.addAll(labs);
        words.addAll(servers());
        words.addAll(List.of("--junit", new File(reports, "TEST-pgduo.xml").getPath()));
        words.addAll(List.of("--json", new File(reports, "pgduo.json").getPath()));
        words.addAll(options == null ? List.of() : options);
        if (run(words) != 0) {
            throw new MojoFailureException("labs drifted or failed; the reports are in \"" + reports + "\"");
        }
    }
}
