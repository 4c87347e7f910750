package dev.pgduo.lab.conf;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan for a recovery: where the server gets WAL from, and the target.
 *
 * @param settings values by name, in the order in which they are set
 */
public record RecoveryPlan(Map<String, String> settings) {
    public RecoveryPlan {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Makes a plan of a command's arguments.
     *
     * @param restore the value of restore_command
     * @param typed values of settings, or null
     * @throws LabException when there are two targets
     */
    public static RecoveryPlan of(String restore, Map<String, ? extends @Nullable String> typed) {
        Map<String, String> settings = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (value != null) {
                settings.put(name, value);
            }
        });
        List<String> targets = new ArrayList<>(settings.keySet());
        targets.retainAll(dev.pgduo.cluster.layout.RecoveryConf.TARGETS);
        if (targets.size() > 1) {
            throw new LabException(ErrorReport.error("multiple recovery targets specified")
                    .detail("A server recovers to one of " + String.join(", ", targets) + ".")
                    .hint("Leave out all but one."));
        }
        settings.put("restore_command", restore);
        return new RecoveryPlan(settings);
    }

    /** Whether a setting outside the plan would contradict it, as another recovery target does. */
    boolean contradicts(String name) {
        boolean target = dev.pgduo.cluster.layout.RecoveryConf.TARGETS.contains(name)
                || dev.pgduo.cluster.layout.RecoveryConf.AT_TARGET.contains(name)
                || name.equals("recovery_target_timeline");
        return (target || name.equals("standby_mode")) && Objects.isNull(settings.get(name));
    }
}
