package dev.pgduo.session.query;

import java.io.IOException;

/** SINGLESTEP: each query is shown and sent when a person agrees. */
final class SingleStep {
    private SingleStep() {}

    /** Whether the person did not answer with an x. */
    static boolean agreed(Psql psql, String query) {
        psql.output()
                .out("***(Single step mode: verify command)*******************************************\n" + query
                        + "\n***(press return to proceed or enter x and return to cancel)********************\n");
        try {
            String answer = psql.host().ask("", false);
            return answer == null || !answer.startsWith("x");
        } catch (IOException e) {
            return true;
        }
    }
}
