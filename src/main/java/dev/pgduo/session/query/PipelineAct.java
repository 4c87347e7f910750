package dev.pgduo.session.query;

/** The pipeline commands that send no query (psql 18: {@code PSQL_SEND_MODE}). */
public enum PipelineAct {
    /** {@code \startpipeline} */
    START,
    /** {@code \endpipeline} */
    END,
    /** {@code \syncpipeline} */
    SYNC,
    /** {@code \flush} */
    FLUSH,
    /** {@code \flushrequest} */
    FLUSH_REQUEST,
    /** {@code \getresults} */
    GET_RESULTS
}
