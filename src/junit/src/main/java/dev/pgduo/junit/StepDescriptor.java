package dev.pgduo.junit;

import java.nio.file.Path;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A step of a lab. */
final class StepDescriptor extends AbstractTestDescriptor {
    StepDescriptor(UniqueId id, String name, String file, int line) {
        super(id, name, FileSource.from(Path.of(file).toAbsolutePath().toFile(), FilePosition.from(line)));
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
