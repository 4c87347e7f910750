package dev.pgduo.shell.lab;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.quantity.Auth;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.StopMode;
import dev.pgduo.lab.Consent;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabOpening;
import dev.pgduo.lab.StandbySteps;
import dev.pgduo.lab.Switchover;
import dev.pgduo.lab.Waited;
import dev.pgduo.lab.place.Passwords;
import dev.pgduo.report.LabException;
import dev.pgduo.version.Feature;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The commands that create, start, stop and remove the whole lab. */
public final class WholeLabCommands {
    private final ServerChoice servers;

    public WholeLabCommands(ServerChoice servers) {
        this.servers = servers;
    }

    @Command(name = "new", group = "lab", description = "create a lab: two initialised, empty nodes")
    void create(
            @Option(
                            longName = "pg",
                            description = "server: a major, a version, latest, installed, downloaded or a directory")
                    @Nullable
                    String pg,
            @Option(longName = "auth", defaultValue = "scram", description = "client authentication") Auth auth,
            LabContext context) {
        Optional<CurrentLab> own = context.work().own();
        if (own.isPresent()) {
            make(own.get(), pg, auth, context);
            initialise(context);
        } else {
            renew(context);
        }
    }

    @Command(
            name = "up",
            group = "lab",
            description = "start a primary and a streaming standby with a slot; creates the lab if there is none",
            help =
                    "The nodes' data decide which of them is the primary; \"status\" shows it. A standby that can follow is"
                            + " started as it is. pgduo asks before data are removed that exist nowhere else.")
    void up(
            @Option(longName = "pg", description = "server of a new lab") @Nullable String pg,
            @Option(longName = "auth", defaultValue = "scram", description = "client authentication of a new lab")
                    Auth auth,
            @Option(longName = "yes", description = "do not ask before data are removed") boolean yes,
            LabContext context) {
        Optional<CurrentLab> own = context.work().own().filter(lab -> !lab.exists());
        if (own.isPresent()) {
            make(own.get(), pg, auth, context);
        }
        Waited streaming = FaultReport.advising(
                context,
                () -> context.steps().pair(context.confirmation().of("up", yes)).up());
        context.desk().wrote();
        context.out().println(streaming.condition());
    }

    @Command(name = "switchover", group = "lab", description = "swap the roles of a healthy pair without data loss")
    void switchover(LabContext context) {
        Waited streaming = FaultReport.advising(
                context, () -> new Switchover(context.lab(), context.steps().standby()).run());
        context.desk().wrote();
        context.out().println(streaming.condition());
    }

    @Command(name = "down", group = "lab", description = "stop both nodes")
    void down(LabContext context) {
        context.steps().endFaults();
        for (Node node : context.lab().stopOrder()) {
            context.steps().echo().run(node, n -> n.stop(StopMode.FAST));
        }
        context.out().println("no node is running");
    }

    @Command(
            name = "reset",
            group = "lab",
            description = "stop both nodes and initialise them again; all data are removed")
    void reset(@Option(longName = "yes", description = "do not ask for confirmation") boolean yes, LabContext context) {
        Consent consent = context.confirmation().of("reset", yes);
        context.confirmation().overwriting(consent, context.lab().check().look(), NodeName.values());
        renew(context);
    }

    @Command(name = "destroy", group = "lab", description = "stop both nodes and remove the lab with all its files")
    void destroy(
            @Option(longName = "yes", description = "do not ask for confirmation") boolean yes, LabContext context) {
        CurrentLab own = context.work()
                .own()
                .orElseThrow(() ->
                        LabException.of("cannot destroy the lab that is played", "It is removed when the play ends."));
        context.confirmation().atTerminal("destroy", yes, "the lab in \"" + own.directory() + "\" and all its data go");
        Lab lab = context.lab();
        context.desk().close();
        own.forget();
        lab.destroy();
        context.out().println("removed " + lab.directory());
    }

    private void make(CurrentLab own, @Nullable String pg, Auth auth, LabContext context) {
        if (own.exists()) {
            throw LabException.of(
                    "there is a lab in \"" + own.directory() + "\" already",
                    "Initialise it anew with \"reset\", or remove it with \"destroy\".");
        }
        ServerBinaries server = servers.choose(Optional.ofNullable(pg));
        Lab lab = LabOpening.create(own.directory(), server, auth, auth == Auth.TRUST ? "" : Passwords.random());
        own.take(lab);
        context.out().println("lab in " + lab.directory());
        context.out()
                .println(server.describe() + ", " + lab.state().runAs().describe() + ", ports "
                        + lab.nodes().get(0).endpoint().port() + " and "
                        + lab.nodes().get(1).endpoint().port() + ", "
                        + method(lab, auth) + " authentication");
    }

    /** The name of the authentication method; md5 where the server has no SCRAM. */
    private static String method(Lab lab, Auth auth) {
        return auth == Auth.SCRAM && !lab.capabilities().has(Feature.SCRAM)
                ? "md5"
                : auth.name().toLowerCase(Locale.ROOT);
    }

    private static void renew(LabContext context) {
        Lab lab = context.lab();
        context.steps().forgetFaults();
        for (Node node : lab.stopOrder()) {
            context.steps().echo().run(node, n -> n.stop(StopMode.IMMEDIATE));
        }
        StandbySteps made = context.steps().standby();
        for (Node node : lab.nodes()) {
            made.renew(node.name());
        }
        context.desk().wrote();
    }

    private static void initialise(LabContext context) {
        StandbySteps made = context.steps().standby();
        context.lab().nodes().forEach(node -> made.init(node.name()));
        context.desk().wrote();
    }
}
