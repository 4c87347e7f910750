package dev.pgduo.shell.install;

import dev.pgduo.shell.command.CallContext;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;

/** The commands {@code completion} and {@code manual}: the files that an installation puts into the system's directories. */
public final class CompletionCommand {
    @Command(
            name = "completion",
            group = "shell",
            description = "print a script that completes pgduo's command line in bash, zsh or fish",
            help = "For this shell: eval \"$(pgduo completion bash)\", source <(pgduo completion zsh), or pgduo"
                    + " completion fish | source. The script itself says where it stays.")
    void completion(@Argument(index = 0, description = "bash, zsh or fish") CompletionScript shell, CallContext call) {
        call.show(shell.text(call.commands().catalog()).lines().toList());
    }

    @Command(name = "manual", group = "shell", hidden = true, description = "print the manual page, for man(1)")
    void manual(CallContext call) {
        call.show(ManualPage.lines(call.commands().catalog()));
    }
}
