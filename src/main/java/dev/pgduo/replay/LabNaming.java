package dev.pgduo.replay;

import dev.pgduo.cluster.Node;
import dev.pgduo.cluster.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.os.Naming;
import dev.pgduo.lab.os.PathAliases;
import dev.pgduo.lab.os.PortAliases;
import dev.pgduo.transcript.Header;
import dev.pgduo.transcript.NodeHeader;
import dev.pgduo.transcript.PathAlias;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ties what a transcript's header calls things to the lab that it is played on. */
public final class LabNaming {
    private LabNaming() {}

    /** The names of this header, tied to this lab. */
    public static Naming of(Header header, Lab lab) {
        Map<NodeName, String> prompts = new EnumMap<>(NodeName.class);
        Map<String, String> paths = new LinkedHashMap<>();
        Map<Integer, Integer> ports = new LinkedHashMap<>();
        for (NodeHeader shown : header.nodes()) {
            NodeName name = NodeName.parse(shown.name());
            Node node = lab.node(name);
            prompts.put(name, shown.prompt());
            ports.put(shown.port(), lab.state().port(name).number());
            for (PathAlias alias : shown.paths()) {
                paths.putIfAbsent(alias.path(), real(alias.place(), node, lab).toString());
            }
        }
        return new Naming(prompts, new PathAliases(paths), new PortAliases(ports));
    }

    private static Path real(PathAlias.Place place, Node node, Lab lab) {
        return switch (place) {
            case DATA -> node.layout().data();
            case LOG -> node.layout().logFile();
            case HOME -> node.layout().root();
            case BIN -> lab.binaries().bin();
            case SOCKET -> node.layout().socketDirectory();
            case ARCHIVE -> node.layout().root().resolve("archive");
        };
    }
}
