package dev.pgduo.shell.lab;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Consent;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.LabException;
import java.util.Optional;

/** Asks the person at the terminal before data are lost; in a script, an error names the option that confirms. */
record Confirmation(LabContext context) {
    /**
     * The consent for a command.
     *
     * @param command as it was typed, without {@code --yes}
     * @param yes whether {@code --yes} was given
     */
    Consent of(String command, boolean yes) {
        return yes || context.lab().isThrowAway() ? Consent.GIVEN : (node, loss) -> ask(command, node, loss);
    }

    /** Asks for each of these nodes whose data would be lost. */
    void overwriting(Consent consent, Finding finding, NodeName... nodes) {
        finding.losses(nodes).forEach(consent::overwrite);
    }

    /** Asks a person before an action that scripts may carry out without a question. */
    void atTerminal(String command, boolean yes, String consequence) {
        if (!yes && context.audience().person()) {
            Optional<Boolean> answer = context.audience().asker().yes(command + ": " + consequence + ".");
            if (answer.isEmpty()) {
                throw new LabException(ErrorReport.error("\"" + command + "\" needs a confirmation: " + consequence)
                        .hint("Type \"" + command + " --yes\"."));
            }
            require(answer.get(), command);
        }
    }

    private void ask(String command, NodeName node, String loss) {
        Audience audience = context.audience();
        Optional<Boolean> answer = audience.person()
                ? audience.asker().yes(command + ": node " + node + " " + loss + "; its data are replaced.")
                : Optional.empty();
        if (answer.isEmpty()) {
            throw new LabException(ErrorReport.error(
                            "cannot overwrite node " + node + " without confirmation: it " + loss)
                    .detail("Nothing was changed.")
                    .hint("Type \"" + command + " --yes\" to replace its data; \"undo\" can restore them. \"status\""
                            + " compares the nodes."));
        }
        require(answer.get(), command);
    }

    private static void require(boolean agreed, String command) {
        if (!agreed) {
            throw LabException.of("\"" + command + "\" was not confirmed, nothing was changed");
        }
    }
}
