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
 * A lab's link, if it has one now.
 *
 * @param files what it keeps
 */
public record LabLink(LinkFiles files) {
    /** Nearly all that it does is read and write, which no compiler makes faster; and a compiler takes memory. */
    private static final List<String> OPTIONS =
            List.of("-Xint", "-Xmx8m", "-Xms3m", "-Xmn1m", "-XX:-UsePerfData", "-Djava.net.preferIPv4Stack=true");

    /** The link of the lab in this directory. */
    public static LabLink of(Path lab) {
        return new LabLink(new LinkFiles(lab));
    }

    /** Whether there is one, be its process alive or dead. */
    public boolean exists() {
        return Files.isDirectory(files.directory());
    }

    /** Whether its process runs. */
    public boolean running() {
        return files.daemon().running().isPresent();
    }

    /** Whether it should run and does not. */
    public boolean dead() {
        return exists() && !running();
    }

    /**
     * Whether nothing goes through it in one direction at least.
     *
     * @throws LabException when that cannot be read
     */
    public boolean broken() {
        return order().filter(order -> order.has(Toxic.Type.TIMEOUT) || order.has(Toxic.Type.DOWN))
                .isPresent();
    }

    /** How it was when it was last heard of; empty when it was never. */
    public Optional<LinkState> state() {
        return LineFile.read(files.state()).flatMap(LinkState::parse);
    }

    /**
     * How it shall be; empty when there is none.
     *
     * @throws LabException when that cannot be read
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
     * Starts it, with nothing wrong.
     *
     * @param primary the port that the primary listens on
     * @param passing whether it ends when this process ends, because its lab does
     * @return how it is
     * @throws LabException when it does not start
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
     * Changes how it is, and returns when it is so.
     *
     * @return how it is
     * @throws LabException when it does not run
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

    /** Ends it, if there is one, and forgets it. */
    public void end() {
        files.daemon().end();
        FileTree.remove(files.directory());
    }
}
