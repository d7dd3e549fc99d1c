package id.warta.embedded;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Holds when no property names a PostgreSQL.
 */
public class OnNoPostgres implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return matches(context.getEnvironment());
	}

	/**
	 * Whether it does.
	 */
	public static boolean matches(Environment environment) {
		return !StringUtils.hasText(environment.getProperty("spring.r2dbc.url"));
	}

}
