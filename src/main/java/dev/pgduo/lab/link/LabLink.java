package dev.pgduo.lab.link;

import dev.pgduo.cluster.files.FileTree;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.place.DaemonStart;
import dev.pgduo.lab.place.LineFile;
import dev.pgduo.lab.place.PrivateFiles;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The link of a lab, which exists only while something needs it.
 *
 * @param files the link's files
 */
public record LabLink(LinkFiles files) {
    /** JVM options that save memory: the link mostly reads and writes, which the optimizing compiler would not speed up. */
    private static final List<String> OPTIONS =
            List.of("-Xint", "-Xmx8m", "-Xms3m", "-Xmn1m", "-XX:-UsePerfData", "-Djava.net.preferIPv4Stack=true");

    /** The link of the lab in this directory. */
    public static LabLink of(Path lab) {
        return new LabLink(new LinkFiles(lab));
    }

    /** Whether the link exists, whether its process runs or not. */
    public boolean exists() {
        return Files.isDirectory(files.directory());
    }

    /** Whether its process runs. */
    public boolean running() {
        return files.daemon().running().isPresent();
    }

    /** Whether the link's process should run and does not. */
    public boolean dead() {
        return exists() && !running();
    }

    /**
     * Whether at least one direction passes nothing on.
     *
     * @throws LabException when the link's settings cannot be read
     */
    public boolean broken() {
        return order().filter(order -> order.has(Toxic.Type.TIMEOUT) || order.has(Toxic.Type.DOWN))
                .isPresent();
    }

    /** The state that the process reported last; empty when it never did. */
    public Optional<LinkState> state() {
        return LineFile.read(files.state()).flatMap(LinkState::parse);
    }

    /**
     * The settings of the link; empty when there is none.
     *
     * @throws LabException when they cannot be read
     */
    public Optional<LinkOrder> order() {
        try {
            return LinkOrder.read(files.order());
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + files.order() + "\": " + FailureReason.of(e)), e);
        }
    }

    /**
     * Starts the link without toxics.
     *
     * @param primary the port that the primary listens on
     * @param passing whether the link ends together with this process, because its lab does
     * @return the link's state
     * @throws LabException when the link does not start
     */
    public LinkState start(int primary, boolean passing) {
        end();
        try {
            PrivateFiles.directory(files.directory());
            Files.createFile(files.log());
            new LinkOrder(1, primary, List.of()).write(files.order());
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write to \"" + files.directory() + "\": " + FailureReason.of(e)), e);
        }
        new DaemonStart("the link", LinkMain.class, files.log(), OPTIONS)
                .run(files.lab(), passing, () -> running() && state().isPresent());
        return state().orElseThrow();
    }

    /**
     * Changes the settings, and returns when the process follows them.
     *
     * @return the link's new state
     * @throws LabException when the link's process does not run
     */
    public LinkState change(UnaryOperator<LinkOrder> change) {
        LinkOrder next = change.apply(order().orElseThrow(LabLink::gone)).next();
        try {
            next.write(files.order());
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + files.order() + "\": " + FailureReason.of(e)), e);
        }
        new Wait("change the link", Deadline.DEFAULT, () -> "it follows the order before")
                .until(() -> !running() || followed(next));
        if (!followed(next)) {
            throw gone();
        }
        return state().orElseThrow();
    }

    private boolean followed(LinkOrder order) {
        return state().filter(state -> state.order() == order.number()).isPresent();
    }

    private static LabException gone() {
        return LabException.of(
                "the process of the link between the nodes is not there",
                "\"mend\" has the standby connect to the primary again.");
    }

    /** Ends the link's process, if there is one, and removes the link's files. */
    public void end() {
        files.daemon().end();
        FileTree.remove(files.directory());
    }
}
