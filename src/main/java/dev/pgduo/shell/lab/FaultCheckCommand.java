package dev.pgduo.shell.lab;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.ServerList;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.catalogue.FaultCatalogue;
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
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** {@code fault check}. */
public final class FaultCheckCommand {
    private final ServerChoice servers;

    public FaultCheckCommand(ServerChoice servers) {
        this.servers = servers;
    }

    @Command(
            name = {"fault", "check"},
            group = "faults",
            description = "do each fault to a throw-away pair, demand its evidence, heal it, and demand equal rows",
            help = "Without names all faults are checked. The lab at work is not touched.")
    void check(
            @Arguments List<String> names,
            @Option(longName = "pg", description = "servers: 15, or several: 9.6,12-18") @Nullable String pg,
            LabContext context) {
        List<Fault> faults = names.isEmpty()
                ? FaultCatalogue.all()
                : names.stream().map(FaultCatalogue::get).toList();
        Map<String, List<Checked>> columns = new LinkedHashMap<>();
        servers(pg).forEach((name, server) -> {
            try (FaultCheck check = new FaultCheck(server)) {
                columns.put(name, check.run(faults, checked -> tell(name, checked, context.out())));
            }
        });
        table(faults, columns, context.out());
        long bad = columns.values().stream()
                .flatMap(List::stream)
                .filter(checked -> !checked.ok())
                .count();
        if (bad > 0) {
            throw new LabException(
                    ErrorReport.error(bad + (bad == 1 ? " fault was" : " faults were") + " not confirmed and healed"));
        }
    }

    private Map<String, ServerBinaries> servers(@Nullable String pg) {
        Map<String, ServerBinaries> chosen = new LinkedHashMap<>();
        if (pg == null) {
            ServerBinaries usual = servers.choose(Optional.empty());
            chosen.put(usual.version().majorName(), usual);
        } else {
            ServerList.parse(pg).forEach(word -> chosen.put(word, servers.choose(Optional.of(word))));
        }
        return chosen;
    }

    private static void tell(String server, Checked checked, PrintWriter out) {
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

    private static void table(List<Fault> faults, Map<String, List<Checked>> columns, PrintWriter out) {
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
