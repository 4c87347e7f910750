package dev.pgduo.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Plays labs and writes their present output into them. */
@Mojo(name = "update")
public final class UpdateMojo extends PgduoMojo {
    /** Files, and directories of labs, relative to the project. */
    @Parameter(property = "pgduo.labs", defaultValue = "labs")
    private List<String> labs;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skipped()) {
            return;
        }
        List<String> words = new ArrayList<>(List.of("verify", "--update", "--fill"));
        words.addAll(labs);
        words.addAll(servers());
        if (run(words) != 0) {
            throw new MojoFailureException("labs fail also after the update");
        }
    }
}
