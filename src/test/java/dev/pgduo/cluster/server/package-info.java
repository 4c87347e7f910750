/** Tests of what a server tells of itself by its processes. */
@NullMarked
package dev.pgduo.cluster.server;

import org.jspecify.annotations.NullMarked;
