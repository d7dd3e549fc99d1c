package id.warta.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;

import graphql.schema.idl.RuntimeWiring;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Controller;

/**
 * Global ids: each node's {@code id}, and the way back from it.
 */
@Controller
class NodeController implements RuntimeWiringConfigurer {

	private static final int MAX_IDS = 100;

	private final Map<String, NodeLoader> loaders;

	NodeController(List<NodeLoader> loaders) {
		this.loaders = loaders.stream().collect(Collectors.toMap(NodeLoader::type, Function.identity()));
	}

	@Override
	public void configure(RuntimeWiring.Builder builder) {
		this.loaders.keySet()
			.forEach((type) -> builder.type(type, (wiring) -> wiring.dataFetcher("id", globalId(type))));
	}

	private static TrivialDataFetcher<String> globalId(String type) {
		return (environment) -> new NodeId(type, Objects.requireNonNull(environment.<Node>getSource()).id()).toString();
	}

	@QueryMapping
	Mono<Node> node(@Argument String id, DataFetchingEnvironment environment) {
		NodeId asked = known(id, "id");
		return load(asked.type(), List.of(asked), environment).mapNotNull((found) -> found.get(asked));
	}

	@QueryMapping
	Mono<List<@Nullable Node>> nodes(@Argument List<String> ids, DataFetchingEnvironment environment) {
		if (ids.size() > MAX_IDS) {
			throw InvalidInputException.badArgument("ids", "'ids' has more than " + MAX_IDS + " elements");
		}
		List<NodeId> asked = ids.stream().map((id) -> known(id, "ids")).toList();
		Map<String, List<NodeId>> byType = asked.stream().distinct().collect(Collectors.groupingBy(NodeId::type));
		return Flux.fromIterable(byType.entrySet())
			.concatMap((type) -> load(type.getKey(), type.getValue(), environment))
			.flatMapIterable(Map::entrySet)
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.map((found) -> Arrays.asList(asked.stream().map(found::get).toArray(Node[]::new)));
	}

	private NodeId known(String text, String argument) {
		NodeId id = NodeId.parse(text, argument);
		if (!this.loaders.containsKey(id.type())) {
			throw InvalidInputException.badId(argument);
		}
		return id;
	}

	private Mono<Map<NodeId, Node>> load(String type, List<NodeId> ids, DataFetchingEnvironment environment) {
		NodeLoader loader = this.loaders.get(type);
		return (loader == null) ? Mono.just(Map.of())
				: loader.load(ids.stream().map(NodeId::key).toList(), environment)
					.map((found) -> found.entrySet()
						.stream()
						.collect(Collectors.toMap((node) -> new NodeId(type, node.getKey()), Map.Entry::getValue)));
	}

}
