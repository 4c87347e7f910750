package dev.pgduo.replay;

import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.cluster.process.Programs;
import dev.pgduo.lab.BackslashCommands;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.LabDesk;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.transcript.Environment;
import dev.pgduo.transcript.Release;
import dev.pgduo.transcript.Resolution;
import dev.pgduo.transcript.Transcript;
import java.util.Locale;

/** One transcript on one lab, from the lab's first start to the transcript's last step. */
public final class Rehearsal implements AutoCloseable {
    private final Transcript transcript;
    private final Lab lab;
    private final LabDesk desk;

    /** Prepares to play on this lab, which stays its caller's. */
    public Rehearsal(Transcript transcript, Lab lab, BackslashCommands backslash) {
        this.transcript = transcript;
        this.lab = lab;
        this.desk = new LabDesk(lab, LabNaming.of(transcript.header(), lab), backslash);
    }

    public LabDesk desk() {
        return desk;
    }

    /**
     * Plays the transcript.
     *
     * @throws LabException when the transcript is not for this server, or needs what is not there
     */
    public PlayResult play(LabCommands commands, PlayListener listener) {
        Resolution resolution = begin();
        return player(commands, listener).play(resolution);
    }

    /** A player on this lab. */
    public Player player(LabCommands commands, PlayListener listener) {
        return new Player(transcript, desk, commands, listener);
    }

    /**
     * Makes the lab what the transcript's first step expects; the answer is its steps for this server.
     *
     * @throws LabException when the transcript is not for this server, or needs what is not there
     */
    public Resolution begin() {
        Environment environment = environment(lab);
        checkVersion(environment.pg());
        checkTools(environment);
        Resolution resolution = transcript.resolve(environment);
        if (Opening.startsNodeA(resolution)) {
            Node first = lab.initialised(NodeName.A);
            if (!first.status().status().running()) {
                first.start();
            }
            checkExtensions();
        }
        return resolution;
    }

    /** What the conditions of a transcript see of this lab. */
    static Environment environment(Lab lab) {
        String text = lab.binaries().version().toString();
        Release release = Release.parse(text).orElseThrow(() -> LabException.of("cannot read version " + text));
        return new Environment(
                release,
                os(),
                tool -> lab.binaries().program(tool).isPresent()
                        || Programs.find(tool).isPresent());
    }

    private static String os() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "macos" : name.startsWith("windows") ? "windows" : "linux";
    }

    private void checkVersion(Release release) {
        var majors = transcript.header().postgres();
        if (majors != null && !majors.contains(release)) {
            throw new LabException(
                    ErrorReport.error("\"" + transcript.text().source() + "\" is not for PostgreSQL " + release)
                            .detail("Its front matter says postgres: \"" + majors + "\".")
                            .hint("Choose another server with --pg.")
                            .at(transcript.place("postgres")));
        }
    }

    private void checkTools(Environment environment) {
        for (String tool : transcript.header().requires().tools()) {
            if (!environment.tools().test(tool)) {
                throw new LabException(
                        ErrorReport.error("\"" + transcript.text().source() + "\" needs the program \"" + tool + "\"")
                                .detail("It is neither in \"" + lab.binaries().bin() + "\" nor in PATH.")
                                .hint("Install it, or choose another server with --pg.")
                                .at(transcript.place("requires")));
            }
        }
    }

    private void checkExtensions() {
        for (String extension : transcript.header().requires().extensions()) {
            String name = extension.replace("'", "''");
            if (lab.query(NodeName.A)
                    .rows("select 1 from pg_available_extensions where name = '" + name + "'")
                    .isEmpty()) {
                throw new LabException(ErrorReport.error(
                                "\"" + transcript.text().source() + "\" needs the extension \"" + extension + "\"")
                        .detail("The server in \"" + lab.binaries().bin() + "\" does not have it.")
                        .hint("Install it, or choose another server with --pg.")
                        .at(transcript.place("requires")));
            }
        }
    }

    /** Closes the sessions; the lab stays as it is. */
    @Override
    public void close() {
        desk.close();
    }
}
