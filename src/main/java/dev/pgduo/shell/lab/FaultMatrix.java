package dev.pgduo.shell.lab;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.process.Workers;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.catalogue.FaultCheck;
import dev.pgduo.lab.fault.catalogue.FaultCheck.Checked;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.screen.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tests faults on several servers, some of them in parallel, each on a pair of its own.
 *
 * @param jobs the number of servers in parallel
 * @param out the output for each result, and for the table
 */
record FaultMatrix(List<Fault> faults, int jobs, PrintWriter out) {
    /**
     * Tests all faults.
     *
     * @param servers by the heading of their column
     * @throws LabException when a fault that is available was not confirmed and healed
     */
    void check(Map<String, ServerBinaries> servers) {
        Map<String, List<Checked>> columns = columns(servers);
        table(columns);
        long bad = columns.values().stream()
                .flatMap(List::stream)
                .filter(checked -> !checked.ok())
                .count();
        if (bad > 0) {
            throw new LabException(
                    ErrorReport.error(bad + (bad == 1 ? " fault was" : " faults were") + " not confirmed and healed"));
        }
    }

    private Map<String, List<Checked>> columns(Map<String, ServerBinaries> servers) {
        Map<String, List<Checked>> checked = new ConcurrentHashMap<>();
        try (Workers workers = new Workers("check", jobs)) {
            servers.forEach((name, server) -> workers.begin(() -> checked.put(name, column(name, server))));
            workers.await(Optional.empty());
        }
        Map<String, List<Checked>> columns = new LinkedHashMap<>();
        servers.keySet().forEach(name -> columns.put(name, checked.getOrDefault(name, List.of())));
        return columns;
    }

    private List<Checked> column(String name, ServerBinaries server) {
        try (FaultCheck check = new FaultCheck(server)) {
            return check.run(faults, checked -> tell(name, checked));
        }
    }

    private synchronized void tell(String server, Checked checked) {
        out.println(String.format(
                Locale.ROOT,
                "%s %s: %s (%.1f s)%s",
                server,
                checked.fault(),
                checked.state(),
                checked.elapsed().toMillis() / 1e3,
                checked.words().isEmpty() ? "" : ": " + checked.words()));
        out.flush();
    }

    private void table(Map<String, List<Checked>> columns) {
        List<String> titles = new ArrayList<>(List.of("fault"));
        titles.addAll(columns.keySet());
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (int row = 0; row < faults.size(); row++) {
            List<@Nullable String> cells = new ArrayList<>();
            cells.add(faults.get(row).card().name());
            for (List<Checked> column : columns.values()) {
                cells.add(column.get(row).state().toString());
            }
            rows.add(cells);
        }
        new TextTable(titles).print(rows, out);
    }
}
