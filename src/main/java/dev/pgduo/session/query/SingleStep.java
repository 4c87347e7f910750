package dev.pgduo.session.query;

import java.io.IOException;

/** SINGLESTEP: prints each query, and asks the person whether to send it. */
final class SingleStep {
    private SingleStep() {}

    /** Returns whether the person did not answer with x. */
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
