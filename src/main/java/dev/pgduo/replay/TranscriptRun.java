package dev.pgduo.replay;

import dev.pgduo.cluster.binaries.ExtensionFiles;
import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.process.Programs;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.session.BackslashCommands;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.scan.Quoting;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.NodeHeader;
import dev.pgduo.transcript.model.PathAlias;
import dev.pgduo.transcript.model.Resolution;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.version.ServerVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The play of one lab file on one lab, from the lab's first start to the last step. */
public final class TranscriptRun implements AutoCloseable {
    private final Transcript transcript;
    private final Lab lab;
    private final LabSessions desk;

    /** Prepares the play on this lab, which the caller has to close. */
    public TranscriptRun(Transcript transcript, Lab lab, BackslashCommands backslash) {
        this.transcript = transcript;
        this.lab = lab;
        Header header = transcript.header();
        this.desk = new LabSessions(
                lab, any -> LabNaming.of(header, any), backslash, header.run().style());
    }

    public LabSessions desk() {
        return desk;
    }

    /**
     * Plays the lab file.
     *
     * @throws LabException when the lab file is not for this server, or requires something that is missing
     */
    public PlayResult play(PlayHost host) {
        Resolution resolution = begin();
        return player(host).play(resolution);
    }

    /** Makes a player for this lab. */
    public Player player(PlayHost host) {
        return player(transcript, host);
    }

    /** Makes a player for another version of the lab file, with the same front matter. */
    public Player player(Transcript other, PlayHost host) {
        return new Player(other, desk, host);
    }

    /**
     * Prepares the lab for the lab file's first step; returns the steps for this server.
     *
     * @throws RequirementException when the lab file requires something that is missing
     * @throws LabException when the lab file is not for this server, or names a locale that this machine does not have
     */
    public Resolution begin() {
        Optional<ExtensionFiles> files = ExtensionFiles.of(lab.binaries());
        Resolution resolution = prepare();
        if (InitialState.startsNodeA(resolution)) {
            Node first = initialised();
            if (!first.status().status().running()) {
                // Another program may use the ports by now.
                lab.recheckPorts();
                lab.node(NodeName.A).start();
            }
            if (files.isEmpty()) {
                checkExtensions(this::available);
            }
        }
        return resolution;
    }

    /** The same for a lab that is going to be restored to an earlier state: no node is started. */
    public Resolution prepare() {
        Environment environment = environment(lab);
        checkVersion(environment.pg());
        checkTools(environment);
        ExtensionFiles.of(lab.binaries()).ifPresent(known -> checkExtensions(known::has));
        Resolution resolution = transcript.resolve(environment);
        lab.initdb(initdb(transcript.header()));
        archives();
        return resolution;
    }

    /** Makes the archive directories that the front matter names. */
    private void archives() {
        for (NodeHeader shown : transcript.header().nodes()) {
            if (shown.path(PathAlias.Place.ARCHIVE).isPresent()) {
                Path archive = lab.node(NodeName.parse(shown.name())).layout().archive();
                try {
                    Files.createDirectories(archive);
                    lab.state().runAs().own(archive);
                } catch (IOException e) {
                    throw new LabException(
                            ErrorReport.error("could not create directory \"" + archive + "\": " + FailureReason.of(e)),
                            e);
                }
            }
        }
    }

    private Node initialised() {
        try {
            return lab.initialised(NodeName.A);
        } catch (LabException e) {
            String locale = transcript.header().locale();
            String detail = e.report().detail();
            if (locale == null || detail == null || !detail.contains("invalid locale name")) {
                throw e;
            }
            throw new LabException(
                    ErrorReport.error("\"" + transcript.text().source() + "\" needs the locale \"" + locale
                                    + "\", which this machine does not have")
                            .hint("\"locale -a\" lists those that it has.")
                            .at(transcript.place("locale")),
                    e);
        }
    }

    private static List<String> initdb(Header header) {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(header.locale()).ifPresent(locale -> words.add("--locale=" + locale));
        words.addAll(header.run().initdb());
        return words;
    }

    /** The facts of this lab for the conditions of a lab file. */
    static Environment environment(Lab lab) {
        return environment(
                lab.binaries().version(),
                tool -> lab.binaries().program(tool).isPresent()
                        || Programs.find(tool).isPresent());
    }

    /** The facts for conditions on this machine with this server. */
    public static Environment environment(ServerVersion server, Predicate<String> tools) {
        return new Environment(server, os(), tools);
    }

    private static String os() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "macos" : name.startsWith("windows") ? "windows" : "linux";
    }

    private void checkVersion(ServerVersion server) {
        var majors = transcript.header().postgres();
        if (majors != null && !majors.contains(server)) {
            throw new LabException(
                    ErrorReport.error("\"" + transcript.text().source() + "\" is not for PostgreSQL " + server)
                            .detail("Its front matter says postgres: \"" + majors + "\".")
                            .hint("Choose another server with --pg.")
                            .at(transcript.place("postgres")));
        }
    }

    private void checkTools(Environment environment) {
        for (String tool : transcript.header().requires().tools()) {
            if (!environment.tools().test(tool)) {
                throw new RequirementException(
                        ErrorReport.error("\"" + transcript.text().source() + "\" needs the program \"" + tool + "\"")
                                .detail("It is neither in \"" + lab.binaries().bin() + "\" nor in PATH.")
                                .hint("Install it, or choose another server with --pg.")
                                .at(transcript.place("requires")));
            }
        }
    }

    private void checkExtensions(Predicate<String> available) {
        for (String extension : transcript.header().requires().extensions()) {
            if (!available.test(extension)) {
                throw new RequirementException(ErrorReport.error(
                                "\"" + transcript.text().source() + "\" needs the extension \"" + extension + "\"")
                        .detail("The server in \"" + lab.binaries().bin() + "\" does not have it.")
                        .hint("Install it, or choose another server with --pg.")
                        .at(transcript.place("requires")));
            }
        }
    }

    private boolean available(String extension) {
        return !lab.query(NodeName.A)
                .rows("select 1 from pg_available_extensions where name = " + Quoting.constant(extension))
                .isEmpty();
    }

    /** Closes the sessions; the lab stays open. */
    @Override
    public void close() {
        desk.close();
    }
}
