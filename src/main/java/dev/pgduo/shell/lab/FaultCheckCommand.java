package dev.pgduo.shell.lab;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.ServerList;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.catalogue.FaultCatalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code fault check}. */
public final class FaultCheckCommand {
    private final ServerChoice servers;

    public FaultCheckCommand(ServerChoice servers) {
        this.servers = servers;
    }

    @Command(
            name = {"fault", "check"},
            group = "faults",
            description = "inject each fault into a temporary pair, check its evidence, heal it, and compare the rows",
            help = "Without names all faults are checked. The current lab is not used. Several majors are checked in"
                    + " parallel, as many as there are processors.")
    void check(
            @Arguments List<String> names,
            @Option(longName = "pg", description = "servers: 15, or several: 9.6,12-18") @Nullable String pg,
            LabContext context) {
        List<Fault> faults = names.isEmpty()
                ? FaultCatalogue.all()
                : names.stream().map(FaultCatalogue::get).toList();
        new FaultMatrix(faults, Runtime.getRuntime().availableProcessors(), context.out()).check(servers(pg));
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
}
