package dev.pgduo.lab.os;

import java.util.Map;
import java.util.Optional;

/** The variables of a node's shell, with everything real replaced by what is shown. */
public interface ShellVariables {
    /** What a variable is now; empty when it is not set. */
    Optional<String> value(String name);

    /** The same for a variable that somebody has set at the prompt; empty when it is as the lab set it. */
    Optional<String> changed(String name);

    /** Variables that nobody has touched. */
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
