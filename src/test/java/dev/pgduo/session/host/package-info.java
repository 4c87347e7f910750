@NullMarked
package dev.pgduo.session.host;

import org.jspecify.annotations.NullMarked;
