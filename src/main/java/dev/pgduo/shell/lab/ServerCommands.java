package dev.pgduo.shell.lab;

import dev.pgduo.cluster.binaries.InstalledServers;
import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.binaries.ServerChoice;
import dev.pgduo.cluster.binaries.ServerList;
import dev.pgduo.cluster.binaries.download.DownloadedServers;
import java.util.List;
import java.util.Optional;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;

/** The commands {@code pg list} and {@code pg fetch}: the servers on which labs can run. */
public final class ServerCommands {
    private static final List<String> COLUMNS = List.of("major", "version", "source", "size", "where");

    @Command(
            name = {"pg", "list"},
            group = "lab",
            description = "list the PostgreSQL servers that are installed, downloaded or available for download")
    void list(LabContext context) {
        ServerInventory inventory = new ServerInventory(InstalledServers.onThisMachine(), downloads(context));
        context.table(COLUMNS, inventory.rows());
    }

    @Command(
            name = {"pg", "fetch"},
            group = "lab",
            description = "download PostgreSQL servers for use without the network")
    void fetch(
            @Argument(index = 0, description = "majors or versions, such as 9.6,10-18") String versions,
            LabContext context) {
        ServerChoice choice = new ServerChoice(List.of(downloads(context)));
        for (String version : ServerList.parse(versions)) {
            ServerBinaries server = choice.choose(Optional.of(version));
            context.out().println(server.describe());
            context.out().flush();
        }
    }

    private static DownloadedServers downloads(LabContext context) {
        return new DownloadedServers(context.audience().progress());
    }
}
