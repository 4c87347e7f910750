package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.conf.RecoveryPlan;
import dev.pgduo.lab.conf.RecoverySetup;
import dev.pgduo.lab.conf.SettingChange;
import dev.pgduo.report.LabException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code recover}. */
public final class RecoveryCommands {
    /** The values of recovery_target_action. */
    public enum TargetAction {
        PAUSE,
        PROMOTE,
        SHUTDOWN
    }

    @Command(
            name = "recover",
            group = "node",
            description = "prepare a stopped node to recover from an archive at its next start",
            help = "Without a target the node recovers to the end of the archive.")
    void recover(
            @Argument(index = 0, description = "a, b, primary or standby") String node,
            @Option(
                            longName = "restore-command",
                            description =
                                    "command that fetches a file from the archive, such as cp /DIRECTORY/%f %p (default: copy from the node's archive, or the other node's)")
                    @Nullable
                    String restore,
            @Option(longName = "name", description = "recover to this restore point") @Nullable String name,
            @Option(longName = "time", description = "recover to this time") @Nullable String time,
            @Option(longName = "xid", description = "recover to this transaction") @Nullable String xid,
            @Option(longName = "lsn", description = "recover to this LSN") @Nullable String lsn,
            @Option(longName = "immediate", description = "recover to the first consistent state") boolean immediate,
            @Option(longName = "exclusive", description = "stop just before the target") boolean exclusive,
            @Option(longName = "timeline", description = "recover along this timeline: a number, latest or current")
                    @Nullable
                    String timeline,
            @Option(longName = "action", description = "what the server does at the target (default: pause)") @Nullable
                    TargetAction action,
            LabContext context) {
        NodeName on = context.lab().resolve(node);
        RecoverySetup setup = new RecoverySetup(context.lab(), on);
        Map<String, @Nullable String> typed = new LinkedHashMap<>();
        typed.put("recovery_target", immediate ? "immediate" : null);
        typed.put("recovery_target_name", name);
        typed.put("recovery_target_time", time);
        typed.put("recovery_target_xid", xid);
        typed.put("recovery_target_lsn", lsn);
        typed.put("recovery_target_inclusive", exclusive ? "off" : null);
        typed.put("recovery_target_timeline", timeline);
        typed.put(
                "recovery_target_action", action == null ? null : action.name().toLowerCase(Locale.ROOT));
        String command = restore == null
                ? setup.usualRestore()
                        .orElseThrow(
                                () -> LabException.of(
                                        "recover needs a restore command: neither node has an archive with files in it",
                                        "Give a command that fetches a file from the archive: --restore-command 'cp /DIRECTORY/%f %p'."))
                : context.desk().naming().toReal(restore);
        CommandEcho echo = context.steps().echo();
        setup.apply(RecoveryPlan.of(command, typed), new RecoverySetup.Listener() {
            @Override
            public void changed(SettingChange change) {
                echo.change(on, change);
            }

            @Override
            public void ran(String line) {
                echo.command(on, line);
            }
        });
    }
}
