package id.warta.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds the nodes of a type by their ids, for {@code node} and {@code nodes}. Each type
 * that implements {@code Node} has one.
 */
public interface NodeLoader {

	/**
	 * The GraphQL type.
	 */
	String type();

	/**
	 * Finds nodes; those that there are not, or that may not be seen, are missing.
	 * @param ids the ids within the type, distinct
	 * @param environment the field's, for what is selected
	 */
	Mono<Map<Long, Node>> load(Collection<Long> ids, DataFetchingEnvironment environment);

	/**
	 * Finds nodes that are held in memory.
	 */
	static Mono<Map<Long, Node>> held(Collection<Long> ids, LongFunction<? extends @Nullable Node> byId) {
		Map<Long, Node> found = new HashMap<>();
		for (Long id : ids) {
			Node node = byId.apply(id);
			if (node != null) {
				found.put(id, node);
			}
		}
		return Mono.just(found);
	}

}
