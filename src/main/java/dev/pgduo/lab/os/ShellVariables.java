package dev.pgduo.lab.os;

import java.util.Map;
import java.util.Optional;

/** The variables of a node's shell, with all real names replaced by the shown ones. */
public interface ShellVariables {
    /** The present value of a variable; empty when it is not set. */
    Optional<String> value(String name);

    /** The present value of a variable that was changed at the prompt; empty when it is as the lab set it. */
    Optional<String> changed(String name);

    /** Variables of which none has been changed. */
    static ShellVariables of(Map<String, String> values) {
        return new ShellVariables() {
            @Override
            public Optional<String> value(String name) {
                return Optional.ofNullable(values.get(name));
            }

            @Override
            public Optional<String> changed(String name) {
                return Optional.empty();
            }
        };
    }
}
