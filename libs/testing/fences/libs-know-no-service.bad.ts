// at: libs/provider/src/shortcut.ts
import '../../../services/institutions/src/app.module';
