package dev.pgduo.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A place without labs: a test that fails. */
final class MissingDescriptor extends AbstractTestDescriptor {
    /** @param place the place as it was given */
    MissingDescriptor(UniqueId id, String place) {
        super(id, place);
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
