package dev.pgduo.junit;

import dev.pgduo.Pgduo;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/** Finds the labs that a request of JUnit names: files {@code *.lab}, directories, and labs by their unique ids. */
final class LabDiscovery {
    private static final String LAB = "lab";
    private static final String SERVER = "server";

    private final EngineDiscoveryRequest request;
    private final UniqueId id;

    LabDiscovery(EngineDiscoveryRequest request, UniqueId id) {
        this.request = request;
        this.id = id;
    }

    TestDescriptor descriptor() {
        EngineDescriptor engine = new EngineDescriptor(id, "pgduo");
        Map<UniqueId, TestDescriptor> found = new LinkedHashMap<>();
        Set<String> labs = new LinkedHashSet<>();
        for (FileSelector file : request.getSelectorsByType(FileSelector.class)) {
            if (file.getRawPath().endsWith(".lab")) {
                labs.add(file.getRawPath());
            }
        }
        for (DirectorySelector directory : request.getSelectorsByType(DirectorySelector.class)) {
            String path = directory.getRawPath();
            List<String> under = LabPlaces.under(Path.of(path));
            labs.addAll(under);
            if (under.isEmpty()) {
                UniqueId none = id.append("directory", path);
                found.put(none, new MissingDescriptor(none, path));
            }
        }
        String pg = request.getConfigurationParameters()
                .get(LabTestExtension.SERVERS)
                .orElse("");
        labs.forEach(lab -> Pgduo.servers(pg).forEach(server -> add(found, lab, server)));
        request.getSelectorsByType(UniqueIdSelector.class).forEach(selector -> add(found, selector.getUniqueId()));
        found.values().forEach(engine::addChild);
        return engine;
    }

    /** Adds a lab on a server; for one of its steps the whole lab, because steps depend on each other. */
    private void add(Map<UniqueId, TestDescriptor> found, UniqueId wanted) {
        List<UniqueId.Segment> segments = wanted.getSegments();
        if (wanted.hasPrefix(id)
                && segments.size() >= 3
                && segments.get(1).getType().equals(LAB)
                && segments.get(2).getType().equals(SERVER)) {
            String server = segments.get(2).getValue();
            add(found, segments.get(1).getValue(), server.equals("default") ? "" : server);
        }
    }

    private void add(Map<UniqueId, TestDescriptor> found, String lab, String server) {
        UniqueId place = id.append(LAB, lab).append(SERVER, server.isEmpty() ? "default" : server);
        found.put(place, new LabDescriptor(place, lab, server));
    }
}
