package id.warta.identity;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Holds when a property names an identity provider.
 */
public class OnForeignSignIn implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return !OnOwnSignIn.matches(context.getEnvironment());
	}

}
