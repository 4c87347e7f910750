package dev.pgduo.shell.lab;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.os.PortAliases;
import dev.pgduo.replay.LabNaming;
import dev.pgduo.transcript.model.Header;
import java.util.Map;

/** The shown names of the lab's paths and ports at the prompt: the defaults of a lab file without front matter. */
public final class LiveNames {
    private LiveNames() {}

    /** The names for this lab. A port is shown with its real number where another node of the lab uses the reference port. */
    public static Naming of(Lab lab) {
        Naming names = LabNaming.of(Header.defaults(), lab);
        Map<Integer, Integer> ports = names.ports().realByShown();
        boolean mixed = ports.values().stream().anyMatch(ports::containsKey);
        return mixed ? new Naming(names.prompts(), names.paths(), new PortAliases(Map.of())) : names;
    }
}
