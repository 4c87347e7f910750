package dev.pgduo.lab.load.daemon;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.load.ScriptReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;

/**
 * The settings of a load.
 *
 * @param run what tells it from other loads of the lab: microseconds since 1970 when it was ordered
 * @param rate transactions per second of all clients together, at most
 * @param on the node that it stays on, whatever that one is; empty for the primary
 * @param writing whether transactions write, and leave their number in the ledger's table
 * @param what its script
 */
public record LoadOrder(
        long run, int clients, OptionalDouble rate, Optional<NodeName> on, boolean writing, Scripted what) {
    /**
     * A script.
     *
     * @param name as a person calls it
     * @param scale of the tables of the built-in ones
     */
    public record Scripted(String name, String text, int scale) {
        /** What its variables are at the beginning. */
        Map<String, String> variables() {
            return Map.of("scale", Integer.toString(scale));
        }
    }

    /** The same work as another run. */
    public LoadOrder again(long number) {
        return new LoadOrder(number, clients, rate, on, writing, what);
    }

    /**
     * Makes sure that its script can be run.
     *
     * @throws dev.pgduo.report.LabException when its transactions cannot be told from each other
     */
    public void check() {
        script();
    }

    /** The script as it is run. */
    LoadScript script() {
        return LoadScript.of(ScriptReader.read(what.name(), what.text(), 1), run, writing);
    }

    /** Keeps it in this file. */
    void write(Path file) throws IOException {
        Properties entries = new Properties();
        entries.setProperty("run", Long.toString(run));
        entries.setProperty("clients", Integer.toString(clients));
        entries.setProperty("rate", rate.isPresent() ? Double.toString(rate.getAsDouble()) : "");
        entries.setProperty("on", on.map(NodeName::toString).orElse(""));
        entries.setProperty("writing", Boolean.toString(writing));
        entries.setProperty("name", what.name());
        entries.setProperty("text", what.text());
        entries.setProperty("scale", Integer.toString(what.scale()));
        StringWriter text = new StringWriter();
        entries.store(text, null);
        AtomicFile.write(file, text.toString(), draft -> {});
    }

    /** @throws IOException when there is none, or it is damaged */
    static LoadOrder read(Path file) throws IOException {
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            entries.load(reader);
            String rate = entries.getProperty("rate", "");
            return new LoadOrder(
                    Long.parseLong(entries.getProperty("run", "")),
                    Integer.parseInt(entries.getProperty("clients", "")),
                    rate.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(rate)),
                    NodeName.find(entries.getProperty("on", "")),
                    Boolean.parseBoolean(entries.getProperty("writing", "")),
                    new Scripted(
                            entries.getProperty("name", ""),
                            entries.getProperty("text", ""),
                            Integer.parseInt(entries.getProperty("scale", ""))));
        } catch (IllegalArgumentException e) {
            throw new IOException("file \"" + file + "\" is damaged", e);
        }
    }
}
