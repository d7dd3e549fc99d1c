package id.warta.identity;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Holds when no property names an identity provider.
 */
public class OnOwnSignIn implements Condition {

	private static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return matches(context.getEnvironment());
	}

	/**
	 * Whether it does.
	 */
	public static boolean matches(Environment environment) {
		return !StringUtils.hasText(environment.getProperty(ISSUER));
	}

}
