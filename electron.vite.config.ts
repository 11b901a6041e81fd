import { defineConfig } from 'electron-vite';
import { appBundles } from './build/app-bundles.ts';

export default defineConfig(appBundles());
