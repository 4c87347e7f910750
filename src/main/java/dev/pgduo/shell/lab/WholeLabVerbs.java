package dev.pgduo.shell.lab;

import dev.pgduo.cluster.Auth;
import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.StopMode;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.Passwords;
import dev.pgduo.lab.Waited;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.Streams;
import dev.pgduo.shell.screen.Asker;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands that make, start, stop and remove the lab as a whole. */
public final class WholeLabVerbs {
    private final LabSteps steps;
    private final CurrentLab current;
    private final Streams streams;
    private final ServerChoice servers;
    private final Asker asker;

    public WholeLabVerbs(LabSteps steps, Streams streams, ServerChoice servers, Asker asker) {
        this.steps = steps;
        this.current = steps.current();
        this.streams = streams;
        this.servers = servers;
        this.asker = asker;
    }

    @Command(name = "new", group = "lab", description = "make a lab: two initialised, empty nodes")
    void create(
            @Option(
                            longName = "pg",
                            description = "server: a major, a version, latest, installed, downloaded or a directory")
                    @Nullable
                    String pg,
            @Option(longName = "auth", defaultValue = "scram", description = "how clients are let in") Auth auth,
            PrintWriter out) {
        if (current.isBorrowed()) {
            renew(out);
            return;
        }
        make(pg, auth, out);
        initialise(out);
    }

    @Command(
            name = "up",
            group = "lab",
            description = "bring up a primary and a streaming standby with a slot; makes the lab when there is none")
    void up(
            @Option(longName = "pg", description = "server of a new lab") @Nullable String pg,
            @Option(longName = "auth", defaultValue = "scram", description = "how clients are let into a new lab")
                    Auth auth,
            PrintWriter out) {
        if (!current.exists()) {
            make(pg, auth, out);
        }
        Waited streaming = steps.pair(out).up();
        current.desk().wrote();
        out.println(streaming.condition());
    }

    @Command(name = "down", group = "lab", description = "stop both nodes")
    void down(PrintWriter out) {
        for (Node node : current.lab().stopOrder()) {
            steps.echo(out).show(node.name(), node.stop(StopMode.FAST));
        }
        out.println("no node is running");
    }

    @Command(name = "reset", group = "lab", description = "stop both nodes and initialise them anew; all data goes")
    void reset(@Option(longName = "yes", description = "do not ask") boolean yes, PrintWriter out) {
        confirmed(yes, "reset", "all data of both nodes goes");
        renew(out);
    }

    @Command(name = "destroy", group = "lab", description = "stop both nodes and remove the lab with all that it made")
    void destroy(@Option(longName = "yes", description = "do not ask") boolean yes, PrintWriter out) {
        if (current.isBorrowed()) {
            throw LabException.of("cannot destroy the lab of a script", "It is removed when the script has ended.");
        }
        confirmed(yes, "destroy", "the lab in \"" + current.directory() + "\" and all its data go");
        Lab lab = current.lab();
        current.desk().close();
        current.forget();
        lab.destroy();
        out.println("removed " + lab.directory());
    }

    private void confirmed(boolean yes, String command, String consequence) {
        if (yes || !streams.interactive() || current.isBorrowed()) {
            return;
        }
        Optional<Boolean> answer = asker.yes(command + ": " + consequence + ".");
        if (answer.isPresent() && !answer.get()) {
            throw LabException.of("\"" + command + "\" was not confirmed, nothing was changed");
        }
        if (answer.isEmpty()) {
            throw new LabException(ErrorReport.error("\"" + command + "\" needs a confirmation: " + consequence)
                    .hint("Type \"" + command + " --yes\"."));
        }
    }

    private void make(@Nullable String pg, Auth auth, PrintWriter out) {
        if (current.exists()) {
            throw LabException.of(
                    "there is a lab in \"" + current.directory() + "\" already",
                    "Initialise it anew with \"reset\", or remove it with \"destroy\".");
        }
        ServerBinaries server = servers.choose(Optional.ofNullable(pg));
        Lab lab = Lab.create(current.directory(), server, auth == Auth.SCRAM ? Passwords.random() : "");
        current.take(lab);
        out.println("lab in " + lab.directory());
        out.println(server.describe() + ", " + lab.state().runAs().describe() + ", ports "
                + lab.nodes().get(0).endpoint().port() + " and "
                + lab.nodes().get(1).endpoint().port() + ", "
                + auth.name().toLowerCase(Locale.ROOT) + " authentication");
    }

    private void renew(PrintWriter out) {
        Lab lab = current.lab();
        for (Node node : lab.stopOrder()) {
            steps.echo(out).show(node.name(), node.stop(StopMode.IMMEDIATE));
        }
        for (Node node : lab.nodes()) {
            node.wipe();
        }
        initialise(out);
    }

    private void initialise(PrintWriter out) {
        Lab lab = current.lab();
        for (Node node : lab.nodes()) {
            steps.echo(out).show(node.name(), node.init(lab.initOptions().admittingReplication()));
        }
        current.desk().wrote();
    }
}
