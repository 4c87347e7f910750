package dev.pgduo.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** A place in which there is no lab: a test that fails. */
final class MissingDescriptor extends AbstractTestDescriptor {
    /** @param place as it was asked for */
    MissingDescriptor(UniqueId id, String place) {
        super(id, place);
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
