package id.warta.embedded;

import java.util.List;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Holds when no property names a Redis, alone or as one of many.
 */
class OnNoRedis implements Condition {

	private static final List<String> NAMES = List.of("host", "url", "cluster.nodes", "sentinel.nodes",
			"masterreplica.nodes");

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		Binder binder = Binder.get(context.getEnvironment());
		return NAMES.stream().allMatch((name) -> nodes(binder, "spring.data.redis." + name).isEmpty());
	}

	private static List<String> nodes(Binder binder, String name) {
		return binder.bind(name, Bindable.listOf(String.class)).orElse(List.of());
	}

}
