package dev.pgduo.junit;

import java.nio.file.Path;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A lab on a server: a container of steps, which are added while the lab is played. */
final class LabDescriptor extends AbstractTestDescriptor {
    private final String file;
    private final String server;

    /** @param server the word for the server; empty for pgduo's default */
    LabDescriptor(UniqueId id, String file, String server) {
        super(
                id,
                server.isEmpty() ? file : file + " [PG " + server + "]",
                FileSource.from(Path.of(file).toAbsolutePath().toFile()));
        this.file = file;
        this.server = server;
    }

    String file() {
        return file;
    }

    String server() {
        return server;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }
}
