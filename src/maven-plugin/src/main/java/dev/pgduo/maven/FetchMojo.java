package dev.pgduo.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Downloads the servers of {@code pgduo.pg} into the local repository, so that labs can be verified without a network. */
@Mojo(name = "fetch", defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST, requiresProject = false, threadSafe = true)
public final class FetchMojo extends PgduoMojo {

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skipped()) {
            return;
        }
        if (servers().isEmpty()) {
            throw new MojoFailureException("no servers are named: set pgduo.pg, for example to 15,18");
        }
        if (run(List.of("pg", "fetch", servers().get(1))) != 0) {
            throw new MojoFailureException(
                    "could not fetch PostgreSQL " + servers().get(1));
        }
    }
}
