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
 * @param run the identification of this load: microseconds since 1970 when it was ordered
 * @param rate the limit in transactions per second, for all clients together
 * @param on the node that the load uses, whatever its role is; empty for the primary
 * @param writing whether transactions write, and insert their number into the ledger's table
 * @param what the script
 */
public record LoadOrder(
        long run, int clients, OptionalDouble rate, Optional<NodeName> on, boolean writing, Scripted what) {
    /**
     * A script.
     *
     * @param name the name for messages
     * @param scale the scale of the tables, for built-in scripts
     */
    public record Scripted(String name, String text, int scale) {
        /** The variables' initial values. */
        Map<String, String> variables() {
            return Map.of("scale", Integer.toString(scale));
        }
    }

    /** The same settings for another run. */
    public LoadOrder again(long number) {
        return new LoadOrder(number, clients, rate, on, writing, what);
    }

    /**
     * Checks that the script can be run as a load.
     *
     * @throws dev.pgduo.report.LabException when it is not possible to identify its transactions in the table
     */
    public void check() {
        script();
    }

    /** The script in the form in which it is run. */
    LoadScript script() {
        return LoadScript.of(ScriptReader.read(what.name(), what.text(), 1), run, writing);
    }

    /** Writes the settings to a file. */
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

    /**
     * Reads the settings of a file.
     *
     * @throws IOException when the file does not exist, or is damaged
     */
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
